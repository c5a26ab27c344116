"""The editor in the browser: Sveltia CMS, set up from the record classes and the plan."""
