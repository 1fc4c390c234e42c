"""Writing the demo into the database, set-wise: people, customers, invoices, exchanges, files, changes."""
