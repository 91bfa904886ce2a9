package basics.acceptance.target.stack;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Puts assets where the stack looks for them, and takes away again what was not there before. */
final class Uploads {

    private final S3Client s3;
    private final List<Asset> uploaded = new ArrayList<>();
    private final List<String> created = new ArrayList<>();

    Uploads(S3Client s3) {
        this.s3 = s3;
    }

    void upload(Asset asset) {
        if (!hasBucket(asset.bucket())) {
            s3.createBucket(bucket -> bucket.bucket(asset.bucket()));
            created.add(asset.bucket());
        }
        // The key is made of the content's hash: what is there already is the same.
        if (!has(asset)) {
            s3.putObject(put -> put.bucket(asset.bucket()).key(asset.key()), RequestBody.fromBytes(asset.content()));
            uploaded.add(asset);
        }
    }

    void delete() {
        uploaded.forEach(asset -> s3.deleteObject(object -> object.bucket(asset.bucket()).key(asset.key())));
        uploaded.clear();
        created.forEach(bucket -> s3.deleteBucket(delete -> delete.bucket(bucket)));
        created.clear();
    }

    private boolean hasBucket(String name) {
        try {
            s3.headBucket(bucket -> bucket.bucket(name));
            return true;
        } catch (NoSuchBucketException e) {
            return false;
        }
    }

    private boolean has(Asset asset) {
        try {
            s3.headObject(object -> object.bucket(asset.bucket()).key(asset.key()));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }
}
