"""Pages of wikis: MediaWiki and DokuWiki."""
