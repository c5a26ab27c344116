"""From a folder of files to records: finds, reads and shapes them, and keeps where everything stands."""
