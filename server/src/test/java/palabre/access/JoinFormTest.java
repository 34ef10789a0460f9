package palabre.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import palabre.secrets.ServerKey;

class JoinFormTest {
    private static final long NOW = 1_764_000_000_000L;

    private final JoinForm forms = new JoinForm(new ServerKey(new byte[32]));

    @Test
    void aFormIsGoodForItsDoorAndForAWhile() {
        String nonce = forms.nonce("door", NOW);
        assertThat(nonce).matches("\\w{41}");
        assertThat(forms.good("door", nonce, NOW)).isTrue();
        assertThat(forms.good("door", nonce, NOW + JoinForm.GOOD_FOR_MS)).isTrue();
        assertThat(forms.good("door", nonce, NOW + JoinForm.GOOD_FOR_MS + 1)).isFalse();
        assertThat(forms.good("door", nonce, NOW - 1)).as("made later").isFalse();
        assertThat(forms.good("other", nonce, NOW)).isFalse();
    }

    @Test
    void nobodyElseMakesOneOrMakesItYounger() {
        String nonce = forms.nonce("door", NOW);
        String other = new JoinForm(new ServerKey(new byte[] {1})).nonce("door", NOW);
        assertThat(forms.good("door", other, NOW)).isFalse();
        for (int i = 0; i < nonce.length(); i++) {
            char changed = nonce.charAt(i) == 'a' ? 'b' : 'a';
            String forged = nonce.substring(0, i) + changed + nonce.substring(i + 1);
            assertThat(forms.good("door", forged, NOW)).as("%d", i).isFalse();
        }
        assertThat(forms.good("door", "", NOW)).isFalse();
    }
}
