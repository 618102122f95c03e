import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Opens a session of 1,000 events, and appends events to one and to 100 sessions, through the whole server:
/// HTTP, access check, transaction with audit entry, durable commit.
///
///     java bench/Sessions.java http://localhost:8080 admin PASSWORD
class Sessions {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
    private final String hub;

    Sessions(String hub) {
        this.hub = hub;
    }

    public static void main(String... args) throws Exception {
        var bench = new Sessions(args[0]);
        bench.signIn(args[1], args[2]);
        String project = first(bench.get("/api/v1/projects"), "id");
        String session = bench.create(project);
        for (int i = 1; i <= 1_000; i++) {
            bench.append(session, i);
        }
        bench.open(session);
        bench.appendTo(List.of(session), 1, 2_000);
        List<String> hundred = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            hundred.add(bench.create(project));
        }
        bench.appendTo(hundred, 100, 5_000);
    }

    /// What a page needs: the session itself and its last 1,000 events.
    private void open(String session) throws Exception {
        long[] micros = new long[500];
        int bytes = 0;
        double before = 0;
        for (int i = -1_000; i < micros.length; i++) {
            if (i == 0) {
                before = secondsInServer();
            }
            long begin = System.nanoTime();
            get("/api/v1/sessions/" + session);
            bytes = get("/api/v1/sessions/" + session + "/events?after=0&limit=1000").length();
            if (i >= 0) {
                micros[i] = (System.nanoTime() - begin) / 1_000;
            }
        }
        double inServer = secondsInServer() - before;
        Arrays.sort(micros);
        System.out.printf(
                "open a session with 1,000 events (%,d characters): %.1f ms in the server (mean); as the client sees it"
                        + " median %.1f ms, p95 %.1f ms%n",
                bytes, inServer * 1e3 / micros.length, micros[micros.length / 2] / 1e3, micros[micros.length * 95 / 100] / 1e3);
    }

    /// The server's own account of how long it worked on requests.
    private double secondsInServer() throws Exception {
        var matcher = Pattern.compile("http_request_seconds_sum (\\S+)").matcher(get("/metrics"));
        if (!matcher.find()) {
            throw new IllegalStateException("The server doesn't say how long requests took");
        }
        return Double.parseDouble(matcher.group(1));
    }

    private void appendTo(List<String> sessions, int atOnce, int count) throws Exception {
        var next = new AtomicLong();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int t = 0; t < atOnce; t++) {
                String session = sessions.get(t % sessions.size());
                work.add(() -> {
                    for (long i = next.incrementAndGet(); i <= count; i = next.incrementAndGet()) {
                        append(session, i);
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("append to %d session(s): %,.0f events a second%n", sessions.size(), count / seconds);
    }

    private void append(String session, long i) throws Exception {
        send(request("/api/v1/sessions/" + session + "/name")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"Bench " + i + "\"}")));
    }

    private String create(String project) throws Exception {
        return first(
                send(request("/api/v1/sessions")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"projectId\":\"" + project + "\",\"visibility\":\"PRIVATE\"}"))),
                "id");
    }

    private void signIn(String login, String password) throws Exception {
        http.send(
                HttpRequest.newBuilder(URI.create(hub + "/auth/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + login + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private String get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(hub + path))
                .header("Content-Type", "application/json")
                .header("X-Requested-By", "bench");
    }

    private String send(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String first(String json, String key) {
        var matcher = Pattern.compile("\"" + key + "\":\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + key + " in " + json);
        }
        return matcher.group(1);
    }
}
