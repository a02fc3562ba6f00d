"""Word templates: prepared once, checked, and filled with facts as often as wanted."""

from sgdocs.wordtemplates.filling import Part, WordTemplate
from sgdocs.wordtemplates.loading import load_template, prove_template

__all__ = ["Part", "WordTemplate", "load_template", "prove_template"]
