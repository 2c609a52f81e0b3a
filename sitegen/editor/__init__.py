"""The form editor: content files as forms in the browser, for those who do not want to see YAML."""
