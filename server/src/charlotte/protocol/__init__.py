"""The words: every event and body of the OpenAI Realtime protocol (GA names), once."""
