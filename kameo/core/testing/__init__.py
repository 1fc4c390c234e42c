"""The tests that every app inherits: a pytest plugin with a real server, and CRUD and permission cases."""
