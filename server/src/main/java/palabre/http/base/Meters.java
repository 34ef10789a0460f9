package palabre.http.base;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import palabre.core.Code;
import palabre.writer.Reply;

/** What the server counts. No label names a room or a person. */
public final class Meters {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicInteger webSockets =
            Objects.requireNonNull(registry.gauge("palabre.websockets.open", new AtomicInteger()));
    private final Timer acknowledged =
            Timer.builder("palabre.command.ack")
                    .description("From a command's arrival to its durable acknowledgement")
                    .publishPercentileHistogram()
                    .maximumExpectedValue(Duration.ofSeconds(5))
                    .register(registry);

    /** How many WebSockets are open. */
    public AtomicInteger webSockets() {
        return webSockets;
    }

    public void gauge(String name, Supplier<Number> value) {
        Gauge.builder(name, value).register(registry);
    }

    public void answered(Reply reply, long nanos) {
        switch (reply) {
            case Reply.Ack _ -> acknowledged.record(nanos, TimeUnit.NANOSECONDS);
            case Reply.Nack nack -> refused(nack.code());
        }
    }

    public void refused(Code code) {
        Counter.builder("palabre.command.refused")
                .tag("code", code.name())
                .register(registry)
                .increment();
    }

    public String scrape() {
        return registry.scrape();
    }
}
