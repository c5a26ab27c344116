"""What `trustplan new` needs: what can be begun, what to ask for it, and where it goes."""
