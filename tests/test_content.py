"""Data files are found: a unit's own first, then those the program came with."""

import subprocess
import sys
from pathlib import Path

import pytest

import sgdocs
from sgdocs.content import KINDS, Content, find_workspace
from sgdocs.errors import InputRefused, SgdocsError

BUILT_IN = (
    "schemas/case.schema.json",
    "procedures/harbour.yaml",
    "procedures/moorland.yaml",
    "letters/harbour/letter-9.md",
    "letters/thanks.md",
    "templates/record.docx",
)


def lay_out(root: Path, names: tuple[str, ...], text: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.fixture(params=["wheel", "checkout"])
def package(request, tmp_path) -> Path:
    """A package folder, with its data files where a wheel or a checkout has them."""
    package = tmp_path / "place" / "src" / "sgdocs"
    package.mkdir(parents=True)
    root = package / "_content" if request.param == "wheel" else package.parent.parent
    lay_out(root, BUILT_IN, "built in")
    for kind in KINDS:
        (root / kind).mkdir(exist_ok=True)
    return package


@pytest.fixture
def workspace(tmp_path) -> Path:
    own = ("procedures/moorland.yaml", "letters/harbour/own.md", "partnership.yaml")
    return lay_out(tmp_path / "office", own, "own")


def test_the_programs_own_file_is_found(package):
    content = Content(None, package)
    assert content.path("letters", "harbour/letter-9.md").read_text() == "built in"
    assert content.origin("letters", "harbour/letter-9.md") == "built in"


def test_the_workspace_wins_file_by_file(package, workspace):
    content = Content(workspace, package)
    assert content.path("procedures", "moorland.yaml").read_text() == "own"
    assert content.origin("procedures", "moorland.yaml") == "workspace"
    assert content.path("procedures", "harbour.yaml").read_text() == "built in"
    assert content.origin("procedures", "harbour.yaml") == "built in"


def test_names_are_the_union_in_order_each_once(package, workspace):
    content = Content(workspace, package)
    assert content.names("procedures", ".yaml") == ("harbour.yaml", "moorland.yaml")
    assert content.names("letters", ".md") == ("harbour/letter-9.md", "harbour/own.md", "thanks.md")
    assert content.names("letters", ".docx") == ()
    assert content.names("templates") == ("record.docx",)


def test_every_name_listed_can_be_found(package, workspace):
    content = Content(workspace, package)
    found = [content.path(kind, name) for kind in KINDS for name in content.names(kind)]
    assert len(found) == len(BUILT_IN) + 1
    assert all(path.is_file() for path in found)


def test_hidden_files_and_words_owner_files_are_not_listed(package, workspace):
    hidden = ("~$record.docx", ".record.docx", ".git/record.docx", "Report.DOCX")
    lay_out(workspace / "templates", hidden, "x")
    assert Content(workspace, package).names("templates", ".docx") == ("Report.DOCX", "record.docx")


def test_a_missing_file_is_refused_with_the_names_there_are(package, workspace):
    with pytest.raises(InputRefused) as refusal:
        Content(workspace, package).path("procedures", "habour.yaml")
    assert "Did you mean “harbour.yaml”?" in refusal.value.remedy
    assert "moorland.yaml" in refusal.value.remedy
    assert refusal.value.where == "procedures"


def test_nothing_close_means_no_guess_and_the_name_asked_for_is_not_printed(package):
    with pytest.raises(InputRefused) as refusal:
        Content(None, package).path("procedures", "Gwenllian Q.yaml")
    assert "Did you mean" not in str(refusal.value)
    assert "Gwenllian" not in str(refusal.value)


def test_a_long_list_of_names_is_cut_short(package, workspace):
    lay_out(workspace / "letters", tuple(f"letter-{n:02}.md" for n in range(30)), "x")
    with pytest.raises(InputRefused, match="and 13 more"):
        Content(workspace, package).path("letters", "zzz.md")


@pytest.mark.parametrize(
    "name",
    ["../secret", "a/../../secret", "/etc/hosts", "C:\\secret", "a\\b", "", ".", "NUL", "x\x00y"],
)
def test_path_tricks_are_refused_even_where_the_file_exists(package, workspace, name):
    (workspace / "secret").touch()
    with pytest.raises(InputRefused) as refusal:
        Content(workspace, package).path("letters", name)
    assert "secret" not in str(refusal.value)


def test_a_folder_is_not_a_file(package):
    with pytest.raises(InputRefused):
        Content(None, package).path("letters", "harbour")


def test_an_unknown_kind_is_a_fault_of_ours(package):
    with pytest.raises(SgdocsError) as fault:
        Content(None, package).names("secrets")
    assert fault.value.exit_code == 70


def test_an_incomplete_installation_is_said_to_be_one(tmp_path):
    package = tmp_path / "site-packages" / "sgdocs"
    package.mkdir(parents=True)
    with pytest.raises(SgdocsError, match="Install sgdocs again") as fault:
        Content(None, package).packaged_root()
    assert fault.value.exit_code == 70
    assert fault.value.where == str(package)
    (package / "_content" / "schemas").mkdir(parents=True)
    assert Content(None, package).names("schemas") == ()
    with pytest.raises(SgdocsError, match="Install sgdocs again") as fault:
        Content(None, package).path("letters", "thanks.md")
    assert fault.value.exit_code == 70


def test_this_installation_is_complete():
    content = Content()
    assert {p.name for p in content.packaged_root().iterdir()} >= set(KINDS)
    assert "case.schema.json" in content.names("schemas", ".json")
    assert content.origin("schemas", "case.schema.json") == "built in"


def test_the_nearest_workspace_above_is_found(workspace, tmp_path):
    deep = workspace / "cases" / "one"
    deep.mkdir(parents=True)
    case = deep / "case.yaml"
    case.touch()
    assert find_workspace(workspace) == workspace
    assert find_workspace(deep) == workspace
    assert find_workspace(case) == workspace
    assert find_workspace(workspace / "partnership.yaml") == workspace
    assert find_workspace(tmp_path) is None
    assert find_workspace(deep / "not" / "made" / "yet") == workspace


def test_a_nearer_workspace_wins_and_a_folder_of_that_name_does_not_count(workspace):
    inner = workspace / "inner"
    (inner / "partnership.yaml").mkdir(parents=True)
    assert find_workspace(inner) == workspace
    (inner / "partnership.yaml").rmdir()
    (inner / "partnership.yaml").touch()
    assert find_workspace(inner) == inner


@pytest.mark.parametrize(("levels", "found"), [(12, True), (13, False)])
def test_the_climb_ends_after_twelve_levels(workspace, levels, found):
    deep = workspace.joinpath(*["d"] * levels)
    deep.mkdir(parents=True)
    assert (find_workspace(deep) == workspace) is found


def test_a_relative_start_is_understood(workspace, monkeypatch):
    (workspace / "cases").mkdir()
    monkeypatch.chdir(workspace / "cases")
    assert find_workspace(Path()) == workspace


def test_finding_files_loads_nothing_heavy():
    program = (
        "import sys; from sgdocs.content import Content; Content().names('schemas');"
        "heavy = {'rapidfuzz', 'filelock', 'ctypes', 'yaml', 'json', 'socket'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    source = str(Path(sgdocs.__file__).parent.parent)
    loaded = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {source!r}); {program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["letters/thanks.md", "procedures/own.yaml", "partnership.yaml"])
def test_files_as_they_stand_are_told_from_files_changed_since(
    package: Path, workspace: Path, name: str
) -> None:
    content = Content(workspace, package)
    known = content.built_in_stamp()
    before = content.settled()
    assert content.settled(known) == before
    lay_out(workspace, (name,), "the unit's own, of another length")
    assert content.settled(known) == content.settled() != before


def test_a_changed_file_of_the_program_itself_is_seen_by_whoever_looks_at_them_anew(
    package: Path, workspace: Path
) -> None:
    content = Content(workspace, package)
    known, before = content.built_in_stamp(), content.settled()
    lay_out(content.packaged_root(), ("letters/thanks.md",), "of a later version")
    assert content.settled() != before
    assert content.settled(known) == before


def test_a_folder_whose_name_is_not_in_this_computers_characters_is_looked_up_too(tmp_path):
    workspace = lay_out(tmp_path / "office-\udce2", ("partnership.yaml",), "own")
    before = Content(workspace).settled()
    (workspace / "partnership.yaml").write_text("another")
    assert Content(workspace).settled().stamp != before.stamp
