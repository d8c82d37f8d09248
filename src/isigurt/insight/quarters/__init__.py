"""The public page of closed quarters, from the same register and through the same gate as the National Report."""
