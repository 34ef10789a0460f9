package palabre.core.note;

import java.util.Arrays;

/**
 * Who wrote a piece: pairs of a number of characters and an author's number, never two of one
 * author.
 */
final class Runs {
    private Runs() {}

    static int[] slice(int[] runs, int from, int to) {
        int[] made = new int[runs.length];
        int count = 0;
        int start = 0;
        for (int i = 0; i < runs.length && start < to; i += 2) {
            int end = start + runs[i];
            int length = Math.min(end, to) - Math.max(start, from);
            if (length > 0) {
                made[count++] = length;
                made[count++] = runs[i + 1];
            }
            start = end;
        }
        return count == made.length ? made : Arrays.copyOf(made, count);
    }

    static int[] join(int[] left, int[] right) {
        if (left.length == 0 || right.length == 0) {
            return left.length == 0 ? right : left;
        }
        boolean one = left[left.length - 1] == right[1];
        int skipped = one ? 2 : 0;
        int[] made = Arrays.copyOf(left, left.length + right.length - skipped);
        System.arraycopy(right, skipped, made, left.length, right.length - skipped);
        if (one) {
            made[left.length - 2] += right[0];
        }
        return made;
    }
}
