"""What changes the state of traces, recipients, referrals, notices and watches."""
