"""The account page's data: what is fetched, and how it is worded. Views only choose a template."""
