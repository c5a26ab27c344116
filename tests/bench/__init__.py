"""How long the check and the build take, beside other tools on the same plan."""
