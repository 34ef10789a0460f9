/**
 * What all pages are made of. A route prepares a record of what is to be shown; a template beside
 * it, under {@code src/main/jte}, shows it. The build makes a class of each template: {@code
 * http/entry/joinPage.jte} becomes {@code palabre.http.entry.JtejoinPageGenerated}, so that the
 * compiler checks what a page is given. Templates escape every value by where it stands, in text or
 * in an attribute.
 */
@NullMarked
package palabre.page;

import org.jspecify.annotations.NullMarked;
