package palabre.arch;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Groups of classes of which each needs all others, one by way of the next (Tarjan's strongly
 * connected components). A class and those nested in it count as one. Two pairs are one thing each,
 * and not counted: a page and the template that shows it, and a sealed type and its children.
 */
final class ClassCycles {
    private final Map<String, NavigableSet<String>> uses = new TreeMap<>();
    private final Map<String, Integer> found = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final List<NavigableSet<String>> groups = new ArrayList<>();

    private ClassCycles() {}

    /** The groups, the largest first. */
    static List<NavigableSet<String>> of(JavaClasses classes) {
        ClassCycles cycles = new ClassCycles();
        classes.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .filter(d -> !isChild(d))
                .forEach(cycles::uses);
        for (String name : List.copyOf(cycles.uses.keySet())) {
            if (!cycles.found.containsKey(name)) {
                cycles.visit(name);
            }
        }
        cycles.groups.sort(Comparator.comparingInt(NavigableSet<String>::size).reversed());
        return cycles.groups;
    }

    private void uses(Dependency d) {
        String from = outermost(d.getOriginClass());
        String to = outermost(d.getTargetClass());
        boolean ours =
                Stream.of(from, to)
                        .allMatch(n -> n.startsWith("palabre.") && !n.endsWith("Generated"));
        if (ours && !from.equals(to)) {
            uses.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
        }
    }

    private static String outermost(JavaClass c) {
        return c.getBaseComponentType().getName().replaceFirst("\\$.*", "");
    }

    private static boolean isChild(Dependency d) {
        JavaClass child = d.getOriginClass();
        JavaClass parent = d.getTargetClass();
        return child.getRawInterfaces().contains(parent) && parent.reflect().isSealed();
    }

    private void visit(String name) {
        found.put(name, found.size());
        lowest.put(name, found.get(name));
        open.push(name);
        isOpen.add(name);
        for (String used : uses.getOrDefault(name, new TreeSet<>())) {
            if (!found.containsKey(used)) {
                visit(used);
                lowest.merge(name, lowest.get(used), Math::min);
            } else if (isOpen.contains(used)) {
                lowest.merge(name, found.get(used), Math::min);
            }
        }
        if (lowest.get(name).equals(found.get(name))) {
            NavigableSet<String> group = new TreeSet<>();
            String member;
            do {
                member = open.pop();
                isOpen.remove(member);
                group.add(member);
            } while (!member.equals(name));
            if (group.size() > 1) {
                groups.add(group);
            }
        }
    }
}
