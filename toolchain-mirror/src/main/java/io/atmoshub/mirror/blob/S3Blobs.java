package io.atmoshub.mirror.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Blobs in a bucket, `prefix/ab/ab12…`. What is read comes into a folder of this node first, is checked there, and is
/// served from there: a part of a file can't be checked, and a disk is nearer.
public final class S3Blobs implements Blobs {
    private static final int PIECE = 64 * 1024;

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final Blobs near;
    private final Rot rot;

    /// @param near copies on this node
    public S3Blobs(S3Client s3, String bucket, String prefix, Blobs near, Rot rot) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        this.near = near;
        this.rot = rot;
    }

    @Override
    public Incoming begin() throws IOException {
        return near.begin();
    }

    /// The storage adds the bytes up as well, and refuses what got damaged on the way.
    @Override
    public BlobId keep(Incoming arrived) throws IOException {
        BlobId id = arrived.id();
        String sum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(id.hex()));
        asking(() -> s3.putObject(
                request -> request.bucket(bucket)
                        .key(key(id))
                        .contentType("application/octet-stream")
                        .checksumSHA256(sum),
                RequestBody.fromFile(arrived.file())));
        near.keep(arrived);
        return id;
    }

    @Override
    public Optional<OpenBlob> open(BlobId id) throws IOException {
        Optional<OpenBlob> here = near.open(id);
        return here.isPresent() || !fetch(id, true) ? here : near.open(id);
    }

    @Override
    public boolean delete(BlobId id) throws IOException {
        near.delete(id);
        boolean was = asking(() -> {
            try {
                s3.headObject(request -> request.bucket(bucket).key(key(id)));
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            }
        });
        asking(() -> s3.deleteObject(request -> request.bucket(bucket).key(key(id))));
        return was;
    }

    @Override
    public void each(Consumer<BlobId> visitor) throws IOException {
        asking(() -> {
            s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                    .map(S3Object::key)
                    .map(key -> key.substring(key.lastIndexOf('/') + 1))
                    .filter(name -> name.matches("[0-9a-f]{64}"))
                    .map(BlobId::new)
                    .forEach(visitor);
            return true;
        });
    }

    @Override
    public boolean intact(BlobId id) throws IOException {
        return fetch(id, false);
    }

    /// Whether it is there, and what its name says. `keeping` puts it near, too.
    private boolean fetch(BlobId id, boolean keeping) throws IOException {
        try (Incoming copy = near.begin()) {
            boolean there = asking(() -> {
                try (InputStream in =
                        s3.getObject(request -> request.bucket(bucket).key(key(id)))) {
                    copy(in, copy);
                    return true;
                } catch (NoSuchKeyException e) {
                    return false;
                }
            });
            if (!there) {
                return false;
            }
            if (!copy.id().equals(id)) {
                rot.found(id, "s3://" + bucket + "/" + key(id));
                return false;
            }
            if (keeping) {
                near.keep(copy);
            }
            return true;
        }
    }

    private static void copy(InputStream in, Incoming copy) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            copy.write(piece, 0, length);
        }
    }

    private String key(BlobId id) {
        return prefix + id.shelf() + "/" + id.hex();
    }

    /// Something asked of the storage.
    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T asking(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (SdkException e) {
            throw new IOException("The object storage does not do what it should: " + e.getMessage(), e);
        }
    }
}
