"""A folder that the disk would not show is told on the board, and is no fault of ours."""

import errno
from pathlib import Path

from faults.injecting import Plan, armed
from web.visiting import window, workspace


def test_the_board_says_which_folder_cannot_be_looked_into(tmp_path: Path) -> None:
    workspace(tmp_path)
    visitor = window(tmp_path).come_in().open("/")
    places = (str(tmp_path / "cases"),)
    counting = Plan(places)
    with armed(counting):
        visitor.open("/")
    listed = [n for n, call in enumerate(counting.calls) if call.what in ("scandir", "listdir")]
    assert len(listed) > 2
    told = 0
    for number in listed:
        with armed(Plan(places, number, errno.EACCES)):
            visitor.open("/")
        told += "Could not be looked into." in visitor.text
        assert visitor.status == (404 if "looked into" in visitor.text else 200)
    assert told > 1
    assert visitor.open("/").status == 200
