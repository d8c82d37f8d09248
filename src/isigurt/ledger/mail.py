"""The daily mail to the auditor: the signed head, and whether the chain since the last one is whole."""

from email.message import EmailMessage
from email.utils import make_msgid

from django.utils import timezone

from isigurt.ledger.heads import Head
from isigurt.ledger.verify import Verdict

_TEXT_SQ = """\
Ky mesazh vjen çdo ditë nga regjistri i iSIGURT-it. Ruajeni: me të shihet
nëse dikush e ndryshon regjistrin më vonë. Nëse një ditë nuk vjen, pyesni pse.

{state}

Për ta kontrolluar, ruani skedarin bashkëngjitur dhe jepni komandën:
    isigurt ledger verify --anchor {file}
"""
_TEXT_EN = """\
This message comes every day from the ledger of iSIGURT. Keep it: it shows
whether anyone changes the ledger later. If one day it does not come, ask why.

{state}

To check, save the attached file and run:
    isigurt ledger verify --anchor {file}
"""
_WHOLE_SQ = "Regjistri ka {seq} shënime.\nTë gjitha shënimet që u shtuan pas mesazhit të fundit janë të pandryshuara."
_WHOLE_EN = "The ledger has {seq} entries.\nAll that were added since the last message are unchanged."
_BROKEN_SQ = (
    "KUJDES: REGJISTRI ËSHTË NDRYSHUAR.\nShënimi {broken} nuk është më ai që u regjistrua. Kërkoni ta kontrollojnë sot."
)
_BROKEN_EN = "WARNING: THE LEDGER WAS CHANGED.\nEntry {broken} is no longer what was recorded. Have it checked today."


def head_mail(head: Head, verdict: Verdict, *, sender: str, auditor: str) -> EmailMessage:
    """Return the mail with `head` as an attachment; `verdict` is that of the entries since the last mail."""
    broken = verdict.findings[0].seq if verdict.findings else None
    file = f"ledger-head-{head.at:%Y-%m-%d}.txt"
    message = EmailMessage()
    message["From"] = sender
    message["To"] = auditor
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].strip(">") or "localhost")
    message["Date"] = timezone.now()
    message["Auto-Submitted"] = "auto-generated"
    if broken is None:
        message["Subject"] = f"iSIGURT ledger: entry {head.seq}, {head.at:%Y-%m-%d}"
    else:
        message["Subject"] = f"iSIGURT LEDGER BROKEN at entry {broken}, {head.at:%Y-%m-%d}"
    states = (_WHOLE_SQ, _WHOLE_EN) if broken is None else (_BROKEN_SQ, _BROKEN_EN)
    texts = [
        text.format(state=state.format(seq=head.seq, broken=broken), file=file)
        for text, state in zip((_TEXT_SQ, _TEXT_EN), states, strict=True)
    ]
    message.set_content("\n".join(texts))
    message.add_attachment(head.text(), subtype="plain", filename=file, cte="7bit")
    return message
