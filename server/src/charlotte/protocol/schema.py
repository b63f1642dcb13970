"""JSON Schema of what goes over the wire, from which the page's types are generated."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from charlotte.protocol.base import Frame
from charlotte.protocol.client import AnyClientEvent
from charlotte.protocol.server import AnyServerEvent

REF_TEMPLATE = "#/components/schemas/{model}"


class WrittenSchema(GenerateJsonSchema):
    """The schema of what is written: closed unions, and as required what is always there.

    Unions lose their open end, so that a reader can tell the members apart by `type`. A `Frame` always carries its
    constant fields, any other model is written whole.
    """

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Describe a union without the member that takes what no other fits."""
        known = {name: choice for name, choice in schema["choices"].items() if name != "unknown"}
        return super().tagged_union_schema({**schema, "choices": known})

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Describe a model by the fields this version knows."""
        described = super().model_schema(schema)
        fields = described.get("properties", {})
        always = schema["cls"].constant_fields() if issubclass(schema["cls"], Frame) else set(fields)
        required = [name for name in fields if name in always or name in described.get("required", ())]
        described.pop("additionalProperties", None)
        described.pop("required", None)
        return {**described, "required": required} if required else described

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave defaults out: they are not part of what is written."""
        described = super().default_schema(schema)
        described.pop("default", None)
        return described

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave out titles that only repeat the field's name."""
        return False


def document(title: str, types: Mapping[str, Any]) -> dict[str, Any]:
    """Return an OpenAPI 3.1 document that holds only the schemas of the named types."""
    adapters: list[tuple[str, Any, TypeAdapter[Any]]] = [
        (name, "serialization", TypeAdapter(kind)) for name, kind in types.items()
    ]
    tops, definitions = TypeAdapter.json_schemas(
        adapters,
        ref_template=REF_TEMPLATE,
        schema_generator=WrittenSchema,
    )
    schemas = dict(definitions.get("$defs", {}))
    for (name, _mode), top in tops.items():
        if top.get("$ref") != REF_TEMPLATE.format(model=name):
            schemas[str(name)] = top
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "paths": {},
        "components": {"schemas": dict(sorted(schemas.items()))},
    }


def realtime_document() -> dict[str, Any]:
    """Return the schemas of all client and server events."""
    return document("Realtime events", {"ServerEvent": AnyServerEvent, "ClientEvent": AnyClientEvent})
