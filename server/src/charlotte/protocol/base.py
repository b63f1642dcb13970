"""What every frame has in common: unknown fields are kept, only what was set is written."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Frame(BaseModel):
    """A piece of the wire.

    Fields the sender did not set are not written back, fields we do not know are kept: a frame of an upstream
    parses and serialises without loss, and a frame we author holds exactly what we put in (null included).
    """

    model_config = ConfigDict(extra="allow", frozen=True, protected_namespaces=())

    def model_post_init(self, _context: Any) -> None:
        """Count constant fields (`type`, `object`) as set, so that authored frames carry them."""
        self.__pydantic_fields_set__.update(type(self).constant_fields())

    @classmethod
    def constant_fields(cls) -> frozenset[str]:
        """Names of the fields that are always written."""
        return frozenset({"type"} & cls.model_fields.keys())

    def wire(self) -> dict[str, Any]:
        """Return the frame as JSON-ready data."""
        return self.model_dump(mode="json", exclude_unset=True, by_alias=True)


class OpenUnion:
    """Annotation of a union whose members are told apart by `type`; the last takes the rest."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Build a tagged union with an open end."""
        *known, rest = get_args(source)
        choices = {str(member.model_fields["type"].default): handler.generate_schema(member) for member in known}
        choices["unknown"] = handler.generate_schema(rest)

        def choose(value: Any) -> str:
            name = value.get("type") if isinstance(value, Mapping) else getattr(value, "type", None)
            return name if isinstance(name, str) and name in choices else "unknown"

        return core_schema.tagged_union_schema(choices, discriminator=choose)
