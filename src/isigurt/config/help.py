"""What `isigurt WORD --help` says: written for somebody who was woken up and has to get it right."""

TOP = """\
iSIGURT: a hotline's public site, its desk, and the work between them.

Trying it out          isigurt up --demo   (from the source)
A new installation     isigurt prepare
                       isigurt member new --role admin --email ... --name ...
                       isigurt check
Something is wrong     isigurt check       says what, and what to do about it
Every day              front, desk and worker run: docs/operating.md
"""
TOP_END = """\
`isigurt COMMAND --help` says more about each. What you can set, you set in the
environment: above all ISIGURT_VAR, the folder with everything in it (./var
where you set nothing); docs/operating.md lists the rest.
"""

WORDS = {
    "up": """\
Prepare this place (as `isigurt prepare` does) and start front, desk and worker
under this user. What dies is started again. Ctrl-C ends everything cleanly;
the data stays for the next time.

All three run as one user here, so whoever takes over the public site can read
the keys too. For real reports run them as separate users: docs/operating.md.

  isigurt up            start in ./var, or in the folder that ISIGURT_VAR names
  isigurt up --demo     with invented cases, accounts and a small internet of
                        its own; nothing leaves this machine
""",
    "front": """\
Serve the public site until stopped (Ctrl-C or SIGTERM). Needs the door's store
and the public keys, and must get nothing else: no ISIGURT_DESK_URL, no private
keys. It holds nothing that could open a report.

  isigurt front --port 8000
""",
    "desk": """\
Serve the staff's desk until stopped (Ctrl-C or SIGTERM). Needs both stores and
the private keys. Put a web server with https in front of it, and set
ISIGURT_DESK to the address that people type.

  isigurt desk --port 8001
""",
    "worker": """\
Do the work between report and removal until stopped (Ctrl-C or SIGTERM): open
reports, trace hosts, send approved notices, look whether content is gone, mail
the ledger's head. Needs both stores and the private keys; listens on nothing.
It may be killed at any time: what it had in hand is done again, and no notice
is sent twice by itself. While no worker runs nothing is lost; reports wait,
and the people who sent them see "received".
""",
    "bake": """\
Make the public pages anew from what the editors wrote (--all), or only look
whether every live page is baked and current (--check). The worker bakes by
itself whenever a page is published, so this is for a new machine, a restored
backup, or when in doubt. The new site takes the old one's place in one move; if
a page cannot be baked, the old site stays and the page is named.
Exit status: 0 all is well; 1 something is missing, old or cannot be baked.
""",
    "prepare": """\
Make the folders, keys and tables that are missing, and bring the stores up to
this version. Run it once on a new machine and after every upgrade, before the
three services start. It is safe to run again: no key is replaced and nothing
that was stored is touched. It needs the right to make tables.

Afterwards take the recovery key away from this machine (docs/keys.md), and
back up the key folder.
""",
    "check": """\
Look at this place and print one line for each thing looked at. Changes
nothing, connects to the stores only.

  ok    it is as it should be
  look  it works, but a person should decide about it
  bad   it will not work, or a promise to the reporters is broken; the line
        says what to do

Exit status: 0 when nothing is bad, 1 otherwise.
""",
    "states": """\
Print docs/states.md: the states of a report, a case, a notice and so on, drawn
from the code. For developers.
""",
    "keys": """\
The keys of this place: what there is, and how to make a new one. docs/keys.md
says what each opens, what to back up and what to do when one is lost or was
stolen.
""",
    "keys new": """\
Make a new key and use it from now on. The one before stays and still opens
what it closed: never delete it. You need this when somebody may have copied a
key, or has left; a new installation gets its keys from `isigurt prepare`.

  desk         reports are sealed to it
  recovery     reports are sealed to it as well; take it away from this machine
  field        what is stored about cases is locked with it
  ledger       signs the daily head; tell the auditor its new name
  desk-secret  signs the desk's sign-ins; a new one signs everybody out

  isigurt keys new desk
""",
    "keys list": """\
List the keys: kind, id, age, whether in use, and whether its file is protected
as it should be. Shows no secret.
Exit status: 0 when all is well, 1 when a key is missing, damaged or open to
others (it says which).
""",
    "edition": """\
The National Report. An edition is one year's facts, frozen; everything that is
published is made from it alone: docs/insight.md.
""",
    "edition schema": """\
Print the schema of facts: which files, which columns, what each may hold. For
whoever brings facts of past years from elsewhere, as Parquet or CSV.
""",
    "edition new": """\
Freeze the facts of a year, from the desk's store or from a folder, into the
folder editions/YEAR of ISIGURT_VAR. A frozen edition is never changed:
corrections enter the next one. It is confidential and says until when it may
be kept.

  isigurt edition new 2026
  isigurt edition new 2019 --facts facts-of-2019
""",
    "edition build": """\
Make everything that is published of an edition, in its folder built: open data,
pages, papers, pictures and the trusted flagger's annex, in every language. It
is there whole or not at all; what was built before stays until then. The same
edition gives the same bytes. Nothing is published by this.

  isigurt edition build 2026
""",
    "edition check": """\
The disclosure gate: read every number back from every file that was built, and
look whether a count of one to four could be worked out from all of them. Each
number must be a protected one or a typed reference, such as a year.

  isigurt edition check 2026
Exit status: 0 it may be published; 1 the lines say what keeps it back.
""",
    "edition publish": """\
Check an edition as `isigurt edition check` does and, only if it passes, lay it
into the public site, whole. Doing it again changes nothing. Once a year is
published its numbers stand: corrections enter the next edition; corrected words
and pictures with the same numbers may be published again.

  isigurt edition publish 2026
""",
    "edition sample": """\
Write an invented year of facts into a new folder. Nobody's facts: for trying
the report out, and for tests. The same rows, seed and year give the same
facts.

  isigurt edition sample --rows 1000 --seed 7 --to invented
""",
    "safenet": """\
The policy for reported addresses: where this program may look, and where it
never goes. It cannot be switched off.
""",
    "safenet judge": """\
Read addresses from standard input, one a line, and print one line for each.
Nothing is connected to and no name is looked up, so this is safe with any
address.

  ALLOW<TAB>the address in its canonical form
  DENY_SCHEME, DENY_SYNTAX, DENY_HOST, DENY_PORT or DENY_ADDR<TAB>the reason

The first check that fails, in this order, is the one printed. A denied address
stays a report; it is only never looked at by the machine.

  echo 'http://127.0.0.1/' | isigurt safenet judge
  isigurt safenet judge < addresses.txt
""",
    "ledger": """\
The ledger: the record of every look at a case and of every act, which can only
grow.
""",
    "ledger verify": """\
Read the ledger from its first entry to its last and say whether it is whole.
If not, the first broken entry is named, with what it says now. Reads only; it
can run while everything else does.

A ledger that somebody rewrote from start to end looks whole. To see that,
compare it with a head that was kept elsewhere: save one of the daily mails to
the auditor, or the file attached to it, and name it.

  isigurt ledger verify
  isigurt ledger verify --anchor ledger-head-1234.txt

Exit status: 0 whole, 1 broken or not the one whose head was kept, 2 could not
look.
""",
    "member": """\
The people who work here. Once there is an administrator, members are made and
changed on the desk.
""",
    "member new": """\
Add a member and print what to tell them for their first sign-in; the desk then
asks for a password of their own and a passkey or an authenticator app. For the
first administrator, or when no administrator can sign in any more.

  analyst   assesses reports, sends notices
  lead      the same, and assigns cases, ends police holds, erases, reads the
            ledger
  editor    sees the figures; for the public pages to come
  auditor   reads the ledger; sees no case
  admin     manages members and starts again what is stuck; sees no case

  isigurt member new --role admin --email ana@hotline.example --name 'Ana'
""",
    "stores": """\
The two databases: the door's, where sealed reports arrive, and the desk's,
with everything else.
""",
    "stores grants": """\
Print the SQL that gives each PostgreSQL role what it needs and no more: the
front may add sealed reports and read what is published, and the ledger can
only be added to. Changes nothing by itself. Create the roles, run `isigurt
prepare` with a role that may make tables, then what this prints, each part in
its own database, as the owner of the tables. Run it again after an upgrade.
SQLite needs none of this.

  isigurt stores grants --front isigurt_front --desk isigurt_desk
""",
}
