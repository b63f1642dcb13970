"""What a caller hears first: that it is a machine, and what becomes of what they say."""

from charlotte.protocol.response import ResponseRequest

GREETINGS = {
    "it": "Buongiorno, sono Charlotte, l'assistente di {event}. Sono un'intelligenza artificiale, non una persona. "
    "Quello che dice viene elaborato da un computer per risponderle, anche da un fornitore esterno; la voce non viene "
    "registrata. Se non è d'accordo, può riagganciare. Come posso aiutarla?",
    "en": "Hello, this is Charlotte, the assistant of {event}. I am an artificial intelligence, not a person. What you "
    "say is processed by computers to answer you, also by an outside provider; your voice is not recorded. If you do "
    "not agree, please hang up. How can I help?",
    "fr": "Bonjour, ici Charlotte, l'assistante de {event}. Je suis une intelligence artificielle, pas une personne. "
    "Ce que vous dites est traité par ordinateur pour vous répondre, aussi par un prestataire externe ; votre voix "
    "n'est pas enregistrée. Si vous n'êtes pas d'accord, vous pouvez raccrocher. Comment puis-je vous aider ?",
    "de": "Guten Tag, hier ist Charlotte, die Assistentin von {event}. Ich bin eine künstliche Intelligenz, kein "
    "Mensch. Was Sie sagen, wird von Computern verarbeitet, um Ihnen zu antworten, auch bei einem externen Anbieter; "
    "Ihre Stimme wird nicht aufgezeichnet. Wenn Sie nicht einverstanden sind, legen Sie bitte auf. "
    "Wie kann ich helfen?",
    "es": "Hola, soy Charlotte, la asistente de {event}. Soy una inteligencia artificial, no una persona. Lo que usted "
    "diga lo procesan ordenadores para responderle, también de un proveedor externo; su voz no se graba. Si no está de "
    "acuerdo, puede colgar. ¿En qué puedo ayudarle?",
}


def greeting(event_name: str, language: str) -> ResponseRequest:
    """Return the first response of a telephone call."""
    text = GREETINGS.get(language, GREETINGS["en"]).format(event=event_name)
    return ResponseRequest(
        instructions=f"Say exactly this, in this language, and nothing else:\n{text}", tool_choice="none"
    )
