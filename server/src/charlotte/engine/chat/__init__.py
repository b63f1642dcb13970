"""A chat model of an OpenAI-compatible endpoint as a mind, in place of the dialogue without one."""
