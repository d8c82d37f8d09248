"""`python -m isigurt` is the command `isigurt`."""

import sys

from isigurt.config.command import main

if __name__ == "__main__":
    sys.exit(main())
