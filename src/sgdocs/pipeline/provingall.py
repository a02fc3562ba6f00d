"""Everything `sgdocs check` can be asked of a workspace."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from sgdocs.checking import PaperTypes, Wish, unprinted
from sgdocs.content import Content
from sgdocs.pipeline.proving import Proof, prove

__all__ = ["prove_all"]


def prove_all(
    content: Content, only: Collection[str], *, against: Path | None, wish: Wish
) -> Proof:
    """Prove a workspace; and, where it is asked, by rendering, by an older schema, by what is left.

    What only some commands need is loaded for them alone.
    """
    if against is not None:
        from sgdocs.pipeline.drifting import drift  # noqa: PLC0415 - see above

        return drift(content, against)
    proof = prove(content, only)
    if wish.deep:
        from sgdocs.pipeline.trying import try_papers  # noqa: PLC0415 - see above

        tried = try_papers(content, proof, wish.deep)
        proof = replace(proof, findings=(*proof.findings, *tried))
    if wish.coverage:
        seen = set().union(*proof.seen.values())
        left = unprinted(PaperTypes(content).whole, seen, "schemas/paper.schema.json")
        proof = replace(proof, findings=(*proof.findings, *left))
    return proof
