"""What `trustplan init` needs: what to ask, and the files that a trust's repository begins with."""
