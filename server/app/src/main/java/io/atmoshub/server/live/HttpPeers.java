package io.atmoshub.server.live;

import io.atmoshub.hub.session.SessionId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The other nodes, over HTTP. No redirects: the proof is for them alone.
public final class HttpPeers implements Peers {
    private final PeerProof proof;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public HttpPeers(PeerProof proof) {
        this.proof = proof;
    }

    @Override
    public InputStream listen(URI address, SessionId session) throws IOException, InterruptedException {
        String base = address.toString().replaceAll("/+$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + LiveServlet.PATH + session))
                .header(PeerProof.HEADER, proof.make(session))
                .timeout(Duration.ofSeconds(5))
                .GET()
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("%s answered %d".formatted(address, response.statusCode()));
        }
        return response.body();
    }
}
