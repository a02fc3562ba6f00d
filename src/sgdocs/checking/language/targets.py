"""The names that loops and assignments make."""

from jinja2 import nodes

__all__ = ["set_by", "targets"]


def targets(target: nodes.Node) -> list[str]:
    """Give the names a loop or an assignment makes."""
    if isinstance(target, nodes.Tuple):
        return [name for part in target.items for name in targets(part)]
    return [target.name] if isinstance(target, nodes.Name) else []


def set_by(node: nodes.Node) -> list[str]:
    """Give the names that an assignment makes."""
    return targets(node.target) if isinstance(node, (nodes.Assign, nodes.AssignBlock)) else []
