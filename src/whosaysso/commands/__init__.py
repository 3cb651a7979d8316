"""Commands that need more than a screen: each a module, and each loads what it needs only when it is given."""
