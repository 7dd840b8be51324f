package io.github.auth0migration.simulators;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** Spoils the JSON in the body of a reply. What has no such member stays as it is. */
final class JsonEdit {

    private JsonEdit() {}

    static Reply allWrong(Reply reply) {
        JsonNode root = parse(reply);
        if (root instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(other(member.getValue())));
        }
        return write(reply, root);
    }

    static Reply wrong(Reply reply, String pointer) {
        return edit(reply, pointer, (parent, name) -> parent.set(name, other(parent.path(name))));
    }

    static Reply without(Reply reply, String pointer) {
        return edit(reply, pointer, ObjectNode::remove);
    }

    private static Reply edit(Reply reply, String pointer, BiConsumer<ObjectNode, String> change) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode root = parse(reply);
        if (root.at(path.head()) instanceof ObjectNode parent) {
            change.accept(parent, path.last().getMatchingProperty());
        }
        return write(reply, root);
    }

    private static JsonNode other(JsonNode value) {
        return value.isTextual() ? IntNode.valueOf(7) : TextNode.valueOf("not what it should be");
    }

    private static JsonNode parse(Reply reply) {
        try {
            return Reply.JSON.readTree(reply.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only an answer in JSON can be spoilt this way", e);
        }
    }

    private static Reply write(Reply reply, JsonNode root) {
        return reply.withBody(root.toString().getBytes(StandardCharsets.UTF_8));
    }
}
