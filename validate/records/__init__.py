"""The record classes: what each kind of file may hold."""
