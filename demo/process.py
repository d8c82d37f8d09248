"""`python -m demo.process front|desk|worker ...`: a process of the product in the demo's composition.

The composition is installed where this module is loaded, not only where it is run: a web server that starts its
workers afresh ("spawn") loads it again in each.
"""

import sys

from demo import composition

composition.install(role=sys.argv[1])

if __name__ == "__main__":
    from isigurt.config.command import main

    sys.exit(main(sys.argv[1:]))
