package basics.dynamodb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;

import basics.http.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes items as JSON: first the attributes named, then the others in the order of their names. */
public final class ItemWriter {
    private final List<String> first;
    private final List<String> hidden;

    public ItemWriter(String... first) {
        this(List.of(first), List.of());
    }

    private ItemWriter(List<String> first, List<String> hidden) {
        this.first = first;
        this.hidden = hidden;
    }

    /** A writer that leaves out these attributes. */
    public ItemWriter without(List<String> names) {
        return new ItemWriter(first, List.copyOf(names));
    }

    public byte[] write(Map<String, AttributeValue> item) throws IOException {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            var rest = new TreeMap<>(item);
            hidden.forEach(rest::remove);
            for (var name : first) {
                var value = rest.remove(name);
                if (value != null) {
                    json.writeFieldName(name);
                    write(json, value);
                }
            }
            writeMembers(json, rest);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeMembers(JsonGenerator json, Map<String, AttributeValue> members) throws IOException {
        for (var member : members.entrySet()) {
            json.writeFieldName(member.getKey());
            write(json, member.getValue());
        }
    }

    private static void write(JsonGenerator json, AttributeValue value) throws IOException {
        switch (value.type()) {
            case S -> json.writeString(value.s());
            case N -> json.writeNumber(Numbers.shown(value.n()));
            case BOOL -> json.writeBoolean(value.bool());
            case M -> {
                json.writeStartObject();
                writeMembers(json, new TreeMap<>(value.m()));
                json.writeEndObject();
            }
            case L -> {
                json.writeStartArray();
                for (var element : value.l()) {
                    write(json, element);
                }
                json.writeEndArray();
            }
            default -> writeForeign(json, value);
        }
    }

    /** Writes types that JSON lacks. This service never stores them, but others may write to the table. */
    private static void writeForeign(JsonGenerator json, AttributeValue value) throws IOException {
        switch (value.type()) {
            case B -> json.writeBinary(value.b().asByteArrayUnsafe());
            case SS -> writeList(json, value.ss().stream().map(AttributeValue::fromS).toList());
            case NS -> writeList(json, value.ns().stream().map(AttributeValue::fromN).toList());
            case BS -> writeList(json, value.bs().stream().map(AttributeValue::fromB).toList());
            default -> json.writeNull();
        }
    }

    private static void writeList(JsonGenerator json, List<AttributeValue> values) throws IOException {
        write(json, AttributeValue.fromL(values));
    }
}
