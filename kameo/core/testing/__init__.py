"""What every app's tests inherit: a pytest plugin with a real server, and CRUD and permission cases."""
