"""Which sentence of all documents answers a question, learned from questions about other congresses' documents."""
