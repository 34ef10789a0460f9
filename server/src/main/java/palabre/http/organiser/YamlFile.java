package palabre.http.organiser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.ext.web.RoutingContext;
import palabre.codec.SessionFile;
import palabre.core.Code;
import palabre.core.session.Session;
import palabre.http.base.Pages;

/** A session as the file that would make such a one again. */
final class YamlFile {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .build();

    private YamlFile() {}

    static void send(RoutingContext ctx, Session session) {
        try {
            ctx.response()
                    .putHeader("Content-Type", "application/yaml; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Content-Disposition", "attachment; filename=\"session.yaml\"")
                    .end(YAML.writeValueAsString(SessionFile.write(session)));
        } catch (JsonProcessingException e) {
            Pages.nothing(ctx, Code.INTERNAL);
        }
    }
}
