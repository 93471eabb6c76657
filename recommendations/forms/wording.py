"""Words that several forms share."""

CITES_HINT = "Numbers as the plan prints them, with commas between: 46(e), 52, Foreword"
NO_PLAN = "None: it is not about a plan"
