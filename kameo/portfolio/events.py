"""What the app tells the journal."""

CAP_EXCEEDED = "account.cap_exceeded"
TRANSFERRED = "portfolio.transferred"
TRANSFER_PLANNED = "portfolio.transfer_planned"
GIVEN_BACK = "portfolio.given_back"
DAY_BEGUN = "accounts.day_begun"
