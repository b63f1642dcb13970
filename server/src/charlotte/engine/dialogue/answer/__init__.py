"""From a goal to what is looked up and said: the programme, documents, staff."""
