"""The design system: tokens, base templates, components, icons."""
