package org.mainforte.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void rewritesLinksAndMarksThoseThatLeadOut() {
        assertThat(Html.fragment("[a](wifi) [b](https://x.example/)", to -> to.equals("wifi") ? "/kb/fr/wifi" : to))
                .isEqualTo("<p><a href=\"/kb/fr/wifi\">a</a>"
                        + " <a rel=\"noopener noreferrer\" href=\"https://x.example/\">b</a></p>\n");
    }

    @Test
    void showsMarkupAsTextAndDropsPicturesAndScripts() {
        assertThat(Html.fragment("a <script>x</script> ![plan](http://evil/x.png) [c](javascript:alert(1))", to -> to))
                .doesNotContain("<script", "<img", "javascript:")
                .contains("plan");
    }

    @Property(tries = 300)
    void nothingTypedBecomesAScriptOrAnImage(@ForAll String typed) {
        assertThat(Html.fragment("<img src=x onerror=y>" + typed, to -> to))
                .doesNotContainIgnoringCase("<img", "<script");
    }
}
