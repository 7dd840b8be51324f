package io.github.auth0migration.sample.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.CheckReport.Level;
import io.github.auth0migration.sample.web.Routes;
import io.github.auth0migration.sample.web.WebServer;
import io.github.auth0migration.testsupport.RecordingAppender;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final AtomicBoolean database = new AtomicBoolean(true);
    private volatile Level source = Level.OK;
    private final Health health =
            new Health(database::get, () -> new CheckReport(List.of(new Finding("token", source, "Renew the token."))));
    private WebServer web;

    @BeforeEach
    void start() throws IOException {
        web = WebServer.start("127.0.0.1", 0, false, new Routes().get("/health", health::show));
    }

    @AfterEach
    void stop() {
        web.close();
        health.close();
    }

    private HttpResponse<String> ask() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(web.url().resolve("/health")).build(), BodyHandlers.ofString());
    }

    private void look() {
        health.lookAtDatabase();
        health.lookAtSource();
    }

    @Test
    void isDownUntilItHasLooked() throws Exception {
        assertThat(ask().statusCode()).isEqualTo(503);
        assertThat(ask().body()).contains("\"database\":\"unknown\"").contains("\"source\":\"unknown\"");
    }

    @Test
    void isUpWhenBothAre() throws Exception {
        look();
        assertThat(ask().statusCode()).isEqualTo(200);
        assertThat(ask().headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(ask().body().strip()).isEqualTo("{\"status\":\"up\",\"database\":\"up\",\"source\":\"up\"}");
    }

    @Test
    void aWarningIsNoReasonToBeDown() throws Exception {
        source = Level.WARNING;
        look();
        assertThat(ask().statusCode()).isEqualTo(200);
    }

    @Test
    void isDownWithoutItsDatabase() throws Exception {
        database.set(false);
        look();
        assertThat(ask().statusCode()).isEqualTo(503);
        assertThat(ask().body()).contains("\"database\":\"down\"").contains("\"source\":\"up\"");
    }

    @Test
    void aCheckThatClosingInterruptedIsNotTold() {
        source = Level.PROBLEM;
        RecordingAppender.takeOwnLines();
        health.close();
        health.lookAtSource();

        assertThat(RecordingAppender.takeOwnLines()).isEmpty();
    }

    @Test
    void isDownWithoutItsSourceAndLeaksNoDetail() throws Exception {
        source = Level.PROBLEM;
        look();
        assertThat(ask().statusCode()).isEqualTo(503);
        assertThat(ask().body()).contains("\"source\":\"down\"").doesNotContain("token");
    }
}
