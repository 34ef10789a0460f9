package palabre.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;

/**
 * Records of the core as JSON, field by field, as their components are named. What is empty is left
 * out; an id is its text; a name of an enum is written small and with dashes. Only for what this
 * server wrote itself: what comes from outside is read by {@link Fields}.
 */
final class Shapes {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(ids())
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .withConfigOverride(String.class, Shapes::emptyWhenLeftOut)
                    .withConfigOverride(List.class, Shapes::emptyWhenLeftOut)
                    .withConfigOverride(Set.class, Shapes::emptyWhenLeftOut)
                    .withConfigOverride(Map.class, Shapes::emptyWhenLeftOut)
                    .build();

    private Shapes() {}

    private static void emptyWhenLeftOut(MutableConfigOverride type) {
        type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    static ObjectNode write(Object shape) {
        return MAPPER.valueToTree(shape);
    }

    static <T> T read(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a " + type.getSimpleName(), e);
        }
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule();
        id(module, SeatId.class, SeatId::new);
        id(module, RoomId.class, RoomId::new);
        id(module, LinkId.class, LinkId::new);
        id(module, SessionId.class, SessionId::new);
        module.addSerializer(new EnumWriter());
        module.setDeserializerModifier(new SmallNames());
        return module;
    }

    private interface FromText<T> {
        T of(String text);
    }

    private static <T> void id(SimpleModule module, Class<T> type, FromText<T> reader) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(
                type,
                new StdDeserializer<T>(type) {
                    private static final long serialVersionUID = 1;

                    @Override
                    public T deserialize(JsonParser in, DeserializationContext c)
                            throws IOException {
                        return reader.of(in.getText());
                    }
                });
        module.addKeyDeserializer(
                type,
                new KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext c) {
                        return reader.of(key);
                    }
                });
    }

    /** The name of an enum as it is written: {@code key-point}. */
    static String small(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @SuppressWarnings("rawtypes") // the supertype of all enums has no other name
    private static final class EnumWriter extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1;

        EnumWriter() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider p)
                throws IOException {
            out.writeString(small((Enum<?>) value));
        }
    }

    private static final class SmallNames extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            Class<?> names = type.getRawClass();
            return new StdDeserializer<Object>(names) {
                private static final long serialVersionUID = 1;

                @Override
                public Object deserialize(JsonParser in, DeserializationContext c)
                        throws IOException {
                    String text = in.getText();
                    for (Object each : names.getEnumConstants()) {
                        if (small((Enum<?>) each).equals(text)) {
                            return each;
                        }
                    }
                    throw new IOException("no " + names.getSimpleName() + ": " + text);
                }
            };
        }
    }
}
