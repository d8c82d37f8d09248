"""The public door: a calm home, the report form, the receipt, and the page behind a code."""
