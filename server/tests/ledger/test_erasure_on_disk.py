"""Erasing a conversation, or a list of registrations, destroys its key in the database's files, not only in its row."""

from pathlib import Path

from sqlalchemy import insert, select

from charlotte.clock import SystemClock
from charlotte.congress.importers.attendees.reading import read_attendees
from charlotte.congress.importers.document import Document
from charlotte.database import connect, create_tables, writing
from charlotte.ledger.conversations import Conversations
from charlotte.ledger.registration_lists import RegistrationLists
from charlotte.ledger.sealed_lists import registration_lists
from charlotte.ledger.staff_log import Program
from charlotte.ledger.tables import metadata, sessions
from charlotte.ledger.vault import Vault
from charlotte.session.identity import Session, new_session_id
from support.registrations import LIST


async def test_erased_keys_are_nowhere_in_the_files(tmp_path: Path) -> None:
    clock = SystemClock()
    database = connect(tmp_path)
    await create_tables(database, metadata)
    conversations = Conversations(database, Vault(bytes(32)), clock)
    ids = [new_session_id() for _ in range(20)]
    for session_id in ids:
        session = Session(session_id, "congress", "device", None, "text", clock.now())
        async with writing(database) as connection:
            await connection.execute(insert(sessions).values(conversations.new_row(session)))
    async with database.connect() as connection:
        keys = list(await connection.scalars(select(sessions.c.wrapped_key)))
    await database.dispose()  # the write-ahead log is folded into the file
    assert left_over(tmp_path, keys) == len(ids)

    for session_id in ids:
        await conversations.erase(session_id)
    assert left_over(tmp_path, keys) == 0, "at once, in a running server"
    await database.dispose()
    assert left_over(tmp_path, keys) == 0


async def test_keys_of_erased_and_replaced_lists_are_nowhere_in_the_files(tmp_path: Path) -> None:
    database = connect(tmp_path)
    await create_tables(database, metadata)
    lists = RegistrationLists(database, Vault(bytes(32)), SystemClock())
    read = read_attendees(Document("list.csv", LIST.encode()))

    async def put() -> list[bytes]:
        await lists.put("congress", read, Program())
        async with database.connect() as connection:
            kept = (await connection.execute(select(registration_lists))).mappings().one()
        return [kept["wrapped_key"], kept["index_key"]]

    first, second = await put(), await put()
    assert (left_over(tmp_path, first), left_over(tmp_path, second)) == (0, 2), "replaced"
    assert await lists.erase("congress", Program())
    assert left_over(tmp_path, second) == 0, "erased"
    third = await put()
    assert left_over(tmp_path, third) == 2
    assert await lists.erase_others([]) == 1
    assert left_over(tmp_path, third) == 0, "gone with its event"
    await database.dispose()


def left_over(folder: Path, keys: list[bytes]) -> int:
    """Count the keys whose bytes are in any file."""
    files = [path.read_bytes() for path in folder.iterdir()]
    return sum(any(key in file for file in files) for key in keys)
