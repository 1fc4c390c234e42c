"""Lists over HTTP: what each may be asked for, saved views, changes of many."""
