package io.atmoshub.client.testing;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Problem;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Writes what a listener hears to one stream, with a heartbeat in between.
final class EventSender implements SessionListener {
    private static final String END = "";

    private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
    private final CountDownLatch dropped = new CountDownLatch(1);

    @Override
    public void event(SessionEvent event) {
        out.add("event: event\nid: %d\ndata: %s\n\n".formatted(event.seq(), HubJson.write(event)));
    }

    @Override
    public void text(LiveText text) {
        out.add("event: text\ndata: %s\n\n".formatted(HubJson.write(text)));
    }

    @Override
    public void ended(HubException why) {
        out.add("event: ended\ndata: %s\n\n".formatted(HubJson.write(Problem.of(why))));
        out.add(END);
    }

    void drop() {
        dropped.countDown();
        out.add(END);
    }

    void sendTo(OutputStream stream) {
        try {
            stream.write(": welcome\n\n".getBytes(StandardCharsets.UTF_8));
            stream.flush();
            while (dropped.getCount() > 0) {
                String next = out.poll(500, TimeUnit.MILLISECONDS);
                String text = next == null ? ": \n\n" : next;
                if (text.equals(END)) {
                    return;
                }
                stream.write(text.getBytes(StandardCharsets.UTF_8));
                stream.flush();
            }
        } catch (IOException gone) {
            drop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitDrop() {
        try {
            dropped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
