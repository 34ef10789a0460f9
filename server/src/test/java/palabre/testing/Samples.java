package palabre.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import palabre.core.LinkId;
import palabre.core.RequestId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.floor.BudgetOwner;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OrderRule;
import palabre.core.policy.OvertimeRule;
import palabre.core.policy.RequestKind;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.seats.Grouping;
import palabre.core.seats.Person;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Link;
import palabre.core.session.Modality;
import palabre.core.session.Plan;
import palabre.core.session.Schedule;
import palabre.core.session.TeamPlan;
import palabre.core.session.Term;

/** Values of the core's records, made up component by component. */
public final class Samples {
    private static final List<String> TEXTS = List.of("", "films", "T 1", "ქართული", "مريم", "🌳");

    private final Random random;
    private final SessionId session;

    /**
     * @param session to which the rooms that are made up belong
     */
    public Samples(Random random, SessionId session) {
        this.random = random;
        this.session = session;
    }

    /**
     * The records among what a sealed type permits, through all its branches, and through those
     * that hold the words of one feature.
     */
    public static List<Class<?>> records(Class<?> sealed) {
        List<Class<?>> all = new ArrayList<>();
        if (holds(sealed)) {
            all.addAll(records(sealed.getRecordComponents()[0].getType()));
        } else if (sealed.isRecord()) {
            all.add(sealed);
        } else {
            for (Class<?> branch : sealed.getPermittedSubclasses()) {
                all.addAll(records(branch));
            }
        }
        return all;
    }

    /** Whether a record is nothing but the words of one feature, as a room takes them. */
    private static boolean holds(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType().isSealed();
    }

    /** The command or event itself, taken out of what holds it. */
    public static Object word(Object held) {
        if (!holds(held.getClass())) {
            return held;
        }
        try {
            return word(held.getClass().getRecordComponents()[0].getAccessor().invoke(held));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("not to be read: " + held, e);
        }
    }

    /** Any value of this type. */
    public <T> T any(Class<T> type) {
        return type.cast(value(type));
    }

    /** Any value of one of the {@link #records}, held so that it is of the sealed type. */
    public <T> T any(Class<T> sealed, Class<?> record) {
        return sealed.cast(held(sealed, record));
    }

    private Object held(Class<?> sealed, Class<?> record) {
        if (sealed.isAssignableFrom(record)) {
            return value(record);
        }
        if (holds(sealed)) {
            Class<?> of = sealed.getRecordComponents()[0].getType();
            try {
                return sealed.getDeclaredConstructor(of).newInstance(held(of, record));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("no sample of " + sealed, e);
            }
        }
        for (Class<?> branch : sealed.getPermittedSubclasses()) {
            if (records(branch).contains(record)) {
                return held(branch, record);
            }
        }
        throw new AssertionError(record + " is not of " + sealed);
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType of) {
            return held((Class<?>) of.getRawType(), of.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return one(plain.getEnumConstants());
        }
        return switch (plain.getName()) {
            case "int", "java.lang.Integer" -> random.nextInt(1_000);
            case "long", "java.lang.Long" -> random.nextLong(1L << 41);
            case "boolean", "java.lang.Boolean" -> random.nextBoolean();
            case "java.lang.String" -> text();
            case "java.util.OptionalLong" ->
                    random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(number());
            default -> ofTheCore(plain);
        };
    }

    private Object held(Class<?> by, Type[] of) {
        if (by == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value(of[0]));
        }
        int size = random.nextInt(4);
        if (by == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(value(of[0]), value(of[1]));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(of[0]));
        }
        if (by == Set.class) {
            return new LinkedHashSet<>(list);
        }
        if (by == List.class) {
            return list;
        }
        throw new AssertionError("no sample of " + by);
    }

    /** What holds more than its components say: how its codec writes it. */
    private Object ofTheCore(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "SeatId" -> new SeatId(id());
            case "RoomId" -> new RoomId(id());
            case "LinkId" -> new LinkId(id());
            case "SessionId" -> new SessionId(id());
            case "RequestId" -> new RequestId(number());
            case "Person" ->
                    new Person(name(), one(palabre.core.Role.values()), text(), text(), text());
            case "Charter" ->
                    new Charter(
                            new RoomId(id()),
                            session,
                            text(),
                            one(Access.values()),
                            random.nextBoolean());
            case "BudgetOwner" ->
                    one(
                            new BudgetOwner[] {
                                BudgetOwner.ITEM,
                                BudgetOwner.team(name()),
                                BudgetOwner.person(any(SeatId.class))
                            });
            case "Link" ->
                    Link.of(
                                    any(LinkId.class),
                                    one(Link.Kind.values()),
                                    any(RoomId.class),
                                    any(Person.class))
                            .speaking(text(), text(), text())
                            .until((OptionalLong) value(OptionalLong.class));
            case "FloorPolicy" -> policy();
            case "Plan" -> plan();
            default -> record(type);
        };
    }

    private Object record(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = value(components[i].getGenericType());
            }
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + type, e);
        }
    }

    /** Its times are whole seconds. */
    private FloorPolicy policy() {
        Map<RequestKind, Long> turns = new EnumMap<>(RequestKind.class);
        for (RequestKind kind : RequestKind.values()) {
            if (random.nextBoolean()) {
                turns.put(kind, secondsMs() + 1_000);
            }
        }
        return new FloorPolicy(
                one(OrderRule.values()),
                secondsMs(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(
                                new FloorPolicy.RunLimit(
                                        one(Grouping.values()), 1 + random.nextInt(100))),
                turns,
                secondsMs(),
                secondsMs(),
                List.of(secondsMs() + 1_000),
                one(OvertimeRule.values()),
                secondsMs(),
                secondsMs(),
                secondsMs(),
                secondsMs(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    /** One that an organiser could have written. */
    private Plan plan() {
        boolean dated = random.nextBoolean();
        return new Plan(
                text(),
                one(Modality.values()),
                text(),
                text(),
                dated
                        ? Optional.of(
                                new Schedule(
                                        "2026-12-01T14:00",
                                        "Africa/Harare",
                                        90,
                                        1_796_126_400_000L))
                        : Optional.empty(),
                random.nextBoolean() ? List.of("fr", "ka") : List.of(),
                List.of(
                        new AgendaPlan(
                                name(),
                                random.nextInt(90),
                                text(),
                                random.nextBoolean()
                                        ? Optional.empty()
                                        : Optional.of(one(OrderRule.values())),
                                random.nextInt(300),
                                List.of("https://example.org/a"))),
                List.of(new TeamPlan(name(), random.nextBoolean() ? "seeking" : "providing")),
                text(),
                List.of(new Term(name(), "fr", name())),
                text());
    }

    private long secondsMs() {
        return random.nextInt(600) * 1_000L;
    }

    private long number() {
        return 1L + random.nextInt(1_000_000);
    }

    private String id() {
        return 1 + random.nextInt(99) + (random.nextBoolean() ? "" : "-k3j9");
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String name() {
        return TEXTS.get(1 + random.nextInt(TEXTS.size() - 1));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
