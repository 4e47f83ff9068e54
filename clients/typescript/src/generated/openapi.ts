// Made by `npm run openapi` from the OpenAPI document of the API. Do not change it by hand.
export interface paths {
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I?
         * @description Whose key this is and what it allows, and what this service can do.
         */
        get: operations["me_tell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description For browsers: the answer sets a cookie that stands for the key until it is not used for `SIGN_IN_IDLE_S`, the key is revoked, or it is ended. No script can read it, it does not hold the key, and what changes something is taken from pages of this service alone (`Sec-Fetch-Site`, or `Origin`). An `Authorization` header counts before it.
         */
        post: operations["me_signIn"];
        /**
         * Sign out
         * @description Ends the sign-in of the cookie, if there is one.
         */
        delete: operations["me_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liveness
         * @description The process serves requests.
         */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness
         * @description Whether everything the API depends on is there.
         */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health, as the prototypes had it
         * @description That images can be looked at. What the service depends on beside is told by `/readyz`.
         */
        get: operations["health_tellModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description In the text form of Prometheus.
         */
        get: operations["health_measure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List analyses
         * @description Newest first.
         */
        get: operations["analyses_list"];
        put?: never;
        /**
         * Start an analysis
         * @description Send the video as a form or as the body itself; the answer comes once it is stored. Or name an upload, or an address from which a worker fetches it.
         */
        post: operations["analyses_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an analysis
         * @description Carries an `ETag`; with `If-None-Match` the answer may be 304. With `wait` it is held.
         */
        get: operations["analyses_get"];
        put?: never;
        post?: never;
        /**
         * Delete an analysis
         * @description Its video, frames and report go with it; a running one is canceled first. After an error the analysis is still there: delete it again.
         */
        delete: operations["analyses_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an analysis
         * @description It ends at once, and whoever works on it stops within two seconds. The video is kept for its time.
         */
        post: operations["analyses_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a failed analysis
         * @description It starts anew with the same options, from the stored video for as long as that is kept. One that was given as an address is fetched again.
         */
        post: operations["analyses_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an analysis
         * @description Server-Sent Events: `progress` at once and whenever it moves on, then one of `completed`, `failed`, `canceled`, after which the stream closes. The data of each is the Analysis as JSON. A stream that breaks is resumed with the id of the last event. A comment is sent every 15 s.
         */
        get: operations["events_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the report
         * @description What was measured. A failed analysis answers 409 with its own error.
         */
        get: operations["results_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the frames
         * @description Every analysed frame in order of time: pages of JSON, or all of them as NDJSON, CSV or Parquet.
         */
        get: operations["results_frames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/narrative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the report told
         * @description A short text by a language model, which is given the course of expressions, not the video. Each time that it names is in the report. It is written anew each time and not kept.
         */
        post: operations["narrative_tell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/artifacts/report.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the report as a page
         * @description For people, on a screen and on A4. It needs nothing else: save it, print it, send it.
         */
        get: operations["renderedartifacts_reportPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/artifacts/captions.vtt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get captions
         * @description WebVTT for a player to show beside the video: the prevailing expression and eye contact.
         */
        get: operations["renderedartifacts_captions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/artifacts/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the video
         * @description As it was sent, byte for byte, until `retain_video_hours` are over. Parts are given to players that ask for them (`Range`).
         */
        get: operations["storedartifacts_video"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/artifacts/faces/{face_id}.jpg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the picture of a person
         * @description The moment of the best quality, at most 256 pixels a side. Only for analyses with `thumbnails`.
         */
        get: operations["storedartifacts_face"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses/{id}/artifacts/annotated.mp4": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the annotated video
         * @description With boxes, ids, emotions and lines of sight drawn in. Only for analyses with `annotated_video`. Parts are given to players that ask for them (`Range`).
         */
        get: operations["storedartifacts_annotated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List networks
         * @description Those that are shipped and those of the operator, with their model cards: how each was measured, and what it cannot do. A report names the ones that looked by their `sha256`.
         */
        get: operations["models_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at one image
         * @description A JPEG, PNG or WebP image, answered at once with what a frame of a video has. With `session_id` emotions are smoothed over the session, which keeps what was seen until it is ended; the image is never kept.
         */
        post: operations["frames_analyse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a session
         * @description The open one of this name, otherwise the last that has ended.
         */
        get: operations["sessions_find"];
        put?: never;
        post?: never;
        /**
         * Forget a session
         * @description All sessions of this name: what was seen in their frames, and their reports.
         */
        delete: operations["sessions_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a session
         * @description Makes the report of all its frames, by the rules of videos, and lets the frames go. Ending it again answers the same report; a frame after the end begins a new session of the same name.
         */
        post: operations["sessions_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the report of a session
         * @description Of the last session of this name that has ended.
         */
        get: operations["sessions_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session_id}/narrative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the report of a session told
         * @description As for a video: a short text by a language model, written anew each time and not kept.
         */
        post: operations["sessions_tell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analyze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The largest face, in percent
         * @description With `session_id` smoothed over the pictures of that session. The native call: [`POST /v1/frames`](/docs#/Live/frames_analyse).
         */
        post: operations["prototypeframes_analyze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/predict_emotion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All faces
         * @description Each picture stands for itself. The native call: [`POST /v1/frames`](/docs#/Live/frames_analyse).
         */
        post: operations["prototypeframes_predictEmotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/predict_emotion_stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All faces of a picture out of many
         * @description With `session_id` smoothed over the pictures of that session. The native call: [`POST /v1/frames`](/docs#/Live/frames_analyse).
         */
        post: operations["prototypeframes_predictEmotionStream"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/predict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The largest face, under names in capitals
         * @description Each picture stands for itself. This API opens no camera: the Live page (`/live`) does, in the browser. The native call: [`POST /v1/frames`](/docs#/Live/frames_analyse).
         */
        post: operations["prototypeframes_predict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process-frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Analyse a video and wait for it
         * @description The body is the video, whatever its type. The answer is held until the analysis has ended; a client that goes away cancels it. The native call: [`POST /v1/analyses`](/docs#/Analyses/analyses_start).
         */
        post: operations["processframe_process"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analyze_session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a list of expressions told
         * @description By the language model that is configured, in the language of the labels. Nothing of it is kept. The native call: [`POST /v1/analyses/{id}/narrative`](/docs#/Results/narrative_tell).
         */
        post: operations["analyzesession_analyze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at images as they come (WebSocket)
         * @description Open it as a WebSocket. Each message to the service is an image: its bytes, or a `LiveFrameRequest` as text. Each message from it is a `LiveMessage`. Frames that come faster than they are looked at are dropped and counted. Browsers send the key as a sub-protocol: `new WebSocket(url, ["eyeline.v1", "eyeline.key.ey_..."])`.
         */
        get: operations["livesocket_connect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints
         * @description Oldest first; all on one page.
         */
        get: operations["webhookendpoints_list"];
        put?: never;
        /**
         * Create an endpoint
         * @description It is told how analyses end. This answer alone holds its secret: keep it.
         */
        post: operations["webhookendpoints_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an endpoint
         * @description Without its secret.
         */
        get: operations["webhookendpoints_get"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint
         * @description Its deliveries go with it, those that wait too.
         */
        delete: operations["webhookendpoints_remove"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint
         * @description What is left out stays. What waits to be sent goes to the new address; while the endpoint is disabled it fails.
         */
        patch: operations["webhookendpoints_change"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an endpoint
         * @description It is told nothing more; what waits to be sent fails when its time comes.
         */
        post: operations["webhookendpoints_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an endpoint
         * @description What happened while it was disabled is not told to it.
         */
        post: operations["webhookendpoints_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret
         * @description For 24 hours each delivery carries a signature by the new secret and one by the old. This answer alone holds the new one.
         */
        post: operations["webhookendpoints_rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test
         * @description An event `webhook.test`, in one attempt; the delivery tells what became of it.
         */
        post: operations["webhookendpoints_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries to an endpoint
         * @description Newest first, each with its attempts.
         */
        get: operations["webhookendpoints_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description Newest first; those to the `webhook_url` of an analysis are among them.
         */
        get: operations["webhookdeliveries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a delivery
         * @description With its attempts.
         */
        get: operations["webhookdeliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver again
         * @description At once, whatever became of it, with the same `webhook-id`; should that fail, the schedule begins anew.
         */
        post: operations["webhookdeliveries_redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the secret of the project
         * @description It signs what is sent to the `webhook_url` of an analysis.
         */
        get: operations["webhooksecret_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-secret/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret of the project
         * @description For 24 hours each delivery carries a signature by the new secret and one by the old.
         */
        post: operations["webhooksecret_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/presigned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an upload straight to S3
         * @description PUT each part to its address, keep the ETag of each answer, and complete the upload with them.
         */
        post: operations["directuploads_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{upload_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an upload to S3
         * @description Then an analysis can be started on it. A second time changes nothing.
         */
        post: operations["directuploads_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an upload (tus)
         * @description The protocol is tus 1.0.0 with the extensions creation, expiration and termination: any tus client will do. The last segment of `Location` is the `upload_id` that starts an analysis.
         */
        post: operations["uploads_create"];
        delete?: never;
        /**
         * What the tus server can do
         * @description Its version, its extensions and the largest upload.
         */
        options: operations["uploads_describe"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give an upload up
         * @description What has come of it is deleted. One that an analysis was started on stays.
         */
        delete: operations["uploads_remove"];
        options?: never;
        /**
         * How much of an upload is there (tus)
         * @description Go on sending at `Upload-Offset`.
         */
        head: operations["uploads_look"];
        /**
         * Send bytes of an upload (tus)
         * @description The body is `application/offset+octet-stream`. What has come before a cut is kept.
         */
        patch: operations["uploads_append"];
        trace?: never;
    };
    "/v1/admin/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much there is to do
         * @description Of each kind of work how many jobs wait, are in work and have failed, and how many ended in each minute of the last hour. Of all projects together: there is one line.
         */
        get: operations["queues_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workers that live
         * @description With what they have in work for all projects; analyses of other projects are not named.
         */
        get: operations["workers_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List failed jobs
         * @description Work of the project that was given up in the last 24 h, with its reason; what failed last comes first.
         */
        get: operations["failedjobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/jobs/{queue}/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a failed job
         * @description Starts the analysis anew that the job was a part of, or delivers the webhook again. The job is then off the list.
         */
        post: operations["failedjobs_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the API up?
         * @description A browser gets the dashboard.
         */
        get: operations["root_greet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "analysis.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An analysis is completed */
        post: operations["webhook_analysis_completed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "analysis.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An analysis is failed */
        post: operations["webhook_analysis_failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "analysis.canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An analysis is canceled */
        post: operations["webhook_analysis_canceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Analysis: {
            id: string;
            /** @constant */
            object: "analysis";
            /** @enum {string} */
            status: "queued" | "processing" | "completed" | "failed" | "canceled";
            /** @description Share of the work done; never goes back. */
            progress: number;
            /** @enum {string} */
            stage: "queued" | "fetching" | "preparing" | "analyzing" | "assembling" | "annotating" | "completed" | "failed" | "canceled";
            /**
             * Format: date-time
             * @description ISO 8601 instant, UTC
             */
            created_at: string;
            started_at: string | null;
            /** @description When it ended, whatever the outcome. */
            completed_at: string | null;
            /** @description When the report goes. */
            expires_at: string | null;
            tag: string | null;
            metadata: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            options: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            video: {
                /** @description Seconds from the start of the video */
                duration_s: number;
                /** @description Pixels of the upright picture (rotation applied) */
                width: number;
                height: number;
                /** @description Average frames a second */
                fps: number;
                codec: string;
                /** @description Degrees by which the stored picture was turned clockwise to be upright: 0, 90, 180, 270 */
                rotation: number;
                variable_frame_rate: boolean;
                size_bytes: number;
                sha256: string;
            } | null;
            error: components["schemas"]["Problem"] | null;
            links: {
                self: string;
                report: string;
                frames: string;
                events: string;
                dashboard: string;
            };
        };
        AnalysisList: {
            data: components["schemas"]["Analysis"][];
            next_cursor: string | null;
        };
        DeletionReceipt: {
            id: string;
            /** @constant */
            object: "analysis";
            /** @constant */
            deleted: true;
            /**
             * Format: date-time
             * @description ISO 8601 instant, UTC
             */
            deleted_at: string;
            /** @description Stored files that were deleted: the video, frames, what lay between. */
            objects_deleted: number;
        };
        Report: {
            total_frames_analyzed: number;
            frames_with_face: number;
            overall_dominant_emotion: ("angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral") | null;
            average_emotion_scores: {
                angry: number;
                disgust: number;
                fear: number;
                happy: number;
                sad: number;
                surprise: number;
                neutral: number;
            };
            mean_emotion_probabilities: {
                angry: number;
                disgust: number;
                fear: number;
                happy: number;
                sad: number;
                surprise: number;
                neutral: number;
            };
            average_confidence_score: number | null;
            uncertain_share: number | null;
            /** @description Of the face observations whose eyes can be read; null where there is none */
            eye_contact_score: number | null;
            eye_contact: {
                /** @description Of the face observations whose eyes can be read; null where there is none */
                score: number | null;
                unknown_share: number | null;
                /** @description Seconds from the start of the video */
                longest_s: number;
                episodes: {
                    face_id: number;
                    /** @description Seconds from the start of the video */
                    start_s: number;
                    /** @description Seconds from the start of the video */
                    end_s: number;
                }[];
            };
            faces: {
                face_id: number;
                /** @description Seconds from the start of the video */
                first_seen_s: number;
                /** @description Seconds from the start of the video */
                last_seen_s: number;
                frames: number;
                /** @description Mean share of the picture that the face region covers, 0-1 */
                screen_share: number;
                /** @enum {string} */
                dominant_emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
                average_emotion_scores: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                mean_emotion_probabilities: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                average_confidence_score: number;
                /** @description Share of the face observations whose emotion is uncertain, 0-1: left out of the averages, unless all are */
                uncertain_share: number;
                /** @description Of the face observations whose eyes can be read; null where there is none */
                eye_contact_score: number | null;
                /** @description Share of the face observations whose eyes cannot be read, 0-1: left out of eye_contact_score */
                eye_contact_unknown_share: number;
                /** @description Null with fewer than 10 frames a second, of eyes that are too small, and in live sessions */
                blinks: {
                    count: number;
                    /** @description Of the time in which the lids were seen */
                    per_minute: number;
                } | null;
                /** @description Degrees */
                mean_head_pose: {
                    yaw: number;
                    pitch: number;
                    roll: number;
                };
                quality: number;
                /** @description Address of a small picture; null unless asked for */
                thumbnail: string | null;
            }[];
            episodes: {
                face_id: number;
                /** @enum {string} */
                emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
                /** @description Seconds from the start of the video */
                start_s: number;
                /** @description Seconds from the start of the video */
                end_s: number;
                mean_probability: number;
            }[];
            timeline: {
                /** @description Seconds from the start of the video */
                start_s: number;
                /** @description Seconds from the start of the video */
                end_s: number;
                /** @description The most faces seen at once */
                faces: number;
                dominant_emotion: ("angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral") | null;
                mean_emotion_probabilities: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                } | null;
                /** @description Of the face observations whose eyes can be read; null where there is none */
                eye_contact_score: number | null;
            }[];
            warnings: {
                /** @enum {string} */
                code: "no_face" | "small_faces" | "dark_frames" | "frames_failed" | "gaps" | "too_many_faces" | "uncertain_emotions" | "unknown_eye_contact" | "no_thumbnail" | "no_annotated_video" | "no_narrative";
                message: string;
            }[];
            analysis_id: string;
            video: {
                /** @description Seconds from the start of the video */
                duration_s: number;
                /** @description Pixels of the upright picture (rotation applied) */
                width: number;
                height: number;
                /** @description Average frames a second */
                fps: number;
                codec: string;
                /** @description Degrees by which the stored picture was turned clockwise to be upright: 0, 90, 180, 270 */
                rotation: number;
                variable_frame_rate: boolean;
                size_bytes: number;
                sha256: string;
            };
            sampling: {
                /** @description Frames asked for a second; null when every N-th frame was asked for */
                fps: number | null;
                frame_interval: number | null;
                frames_decoded: number;
                frames_analyzed: number;
                frames_skipped: number;
                frames_failed: number;
                segments: number;
                gaps: {
                    /** @description Seconds from the start of the video */
                    start_s: number;
                    /** @description Seconds from the start of the video */
                    end_s: number;
                    /** @enum {string} */
                    reason: "undecodable" | "truncated";
                }[];
            };
            models: {
                /** @enum {string} */
                role: "detector" | "landmarks" | "eyes" | "emotion" | "gaze";
                name: string;
                version: string;
                sha256: string;
            }[];
            /** @description Where the analysis was asked to compare */
            comparison?: {
                /** @description The second network; the first one is in models */
                model: {
                    /** @enum {string} */
                    role: "detector" | "landmarks" | "eyes" | "emotion" | "gaze";
                    name: string;
                    version: string;
                    sha256: string;
                };
                /** @description Face observations that both networks read with certainty: what is compared */
                observations: number;
                /** @description Face observations that one of them, or both, read as uncertain: left out */
                uncertain: number;
                /** @description Share of the observations in which both name the same emotion */
                agreement: number | null;
                /** @description Cohen's kappa: agreement beyond chance; null where chance alone would make it whole */
                kappa: number | null;
                /** @description Stretches in which one person was read differently */
                disagreements_total: number;
                /** @description In order of time; of more than 200 the longest */
                disagreements: {
                    face_id: number;
                    /** @description Seconds from the start of the video */
                    start_s: number;
                    /** @description Seconds from the start of the video */
                    end_s: number;
                    /**
                     * @description What the network of the report says
                     * @enum {string}
                     */
                    emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
                    /**
                     * @description What the second network says
                     * @enum {string}
                     */
                    compared_emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
                }[];
            };
            engine: {
                version: string;
                execution_provider: string;
            };
        };
        Session: {
            /** @constant */
            object: "session";
            /** @description Of your choice, and known to your API key alone. */
            session_id: string;
            /**
             * @description `ending`: its end was asked for, and the report is not there yet.
             * @enum {string}
             */
            status: "open" | "ending" | "ended";
            /** Format: date-time */
            started_at: string;
            /** Format: date-time */
            last_frame_at: string;
            ended_at: string | null;
            /**
             * Format: date-time
             * @description When it is forgotten, if no further frame comes.
             */
            expires_at: string;
            frames: number;
            frames_with_face: number;
            /** @description Whether each frame has to have `t_s`. */
            uses_client_time: boolean;
            links: {
                self: string;
                report: string;
            };
        };
        SessionReport: {
            total_frames_analyzed: number;
            frames_with_face: number;
            overall_dominant_emotion: ("angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral") | null;
            average_emotion_scores: {
                angry: number;
                disgust: number;
                fear: number;
                happy: number;
                sad: number;
                surprise: number;
                neutral: number;
            };
            mean_emotion_probabilities: {
                angry: number;
                disgust: number;
                fear: number;
                happy: number;
                sad: number;
                surprise: number;
                neutral: number;
            };
            average_confidence_score: number | null;
            uncertain_share: number | null;
            /** @description Of the face observations whose eyes can be read; null where there is none */
            eye_contact_score: number | null;
            eye_contact: {
                /** @description Of the face observations whose eyes can be read; null where there is none */
                score: number | null;
                unknown_share: number | null;
                /** @description Seconds from the start of the video */
                longest_s: number;
                episodes: {
                    face_id: number;
                    /** @description Seconds from the start of the video */
                    start_s: number;
                    /** @description Seconds from the start of the video */
                    end_s: number;
                }[];
            };
            faces: {
                face_id: number;
                /** @description Seconds from the start of the video */
                first_seen_s: number;
                /** @description Seconds from the start of the video */
                last_seen_s: number;
                frames: number;
                /** @description Mean share of the picture that the face region covers, 0-1 */
                screen_share: number;
                /** @enum {string} */
                dominant_emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
                average_emotion_scores: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                mean_emotion_probabilities: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                average_confidence_score: number;
                /** @description Share of the face observations whose emotion is uncertain, 0-1: left out of the averages, unless all are */
                uncertain_share: number;
                /** @description Of the face observations whose eyes can be read; null where there is none */
                eye_contact_score: number | null;
                /** @description Share of the face observations whose eyes cannot be read, 0-1: left out of eye_contact_score */
                eye_contact_unknown_share: number;
                /** @description Null with fewer than 10 frames a second, of eyes that are too small, and in live sessions */
                blinks: {
                    count: number;
                    /** @description Of the time in which the lids were seen */
                    per_minute: number;
                } | null;
                /** @description Degrees */
                mean_head_pose: {
                    yaw: number;
                    pitch: number;
                    roll: number;
                };
                quality: number;
                /** @description Address of a small picture; null unless asked for */
                thumbnail: string | null;
            }[];
            episodes: {
                face_id: number;
                /** @enum {string} */
                emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
                /** @description Seconds from the start of the video */
                start_s: number;
                /** @description Seconds from the start of the video */
                end_s: number;
                mean_probability: number;
            }[];
            timeline: {
                /** @description Seconds from the start of the video */
                start_s: number;
                /** @description Seconds from the start of the video */
                end_s: number;
                /** @description The most faces seen at once */
                faces: number;
                dominant_emotion: ("angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral") | null;
                mean_emotion_probabilities: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                } | null;
                /** @description Of the face observations whose eyes can be read; null where there is none */
                eye_contact_score: number | null;
            }[];
            warnings: {
                /** @enum {string} */
                code: "no_face" | "small_faces" | "dark_frames" | "frames_failed" | "gaps" | "too_many_faces" | "uncertain_emotions" | "unknown_eye_contact" | "no_thumbnail" | "no_annotated_video" | "no_narrative";
                message: string;
            }[];
            /** @constant */
            object: "session_report";
            /** @description Of your choice, and known to your API key alone. */
            session_id: string;
            context: string | null;
            /**
             * Format: date-time
             * @description When the first frame arrived.
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When the end was asked for.
             */
            ended_at: string;
            /** @description Seconds from the first frame to the last one, in order of time. */
            duration_s: number;
            sampling: {
                /** @description Frames asked for a second; null when every N-th frame was asked for */
                fps: number | null;
                frame_interval: number | null;
                frames_decoded: number;
                frames_analyzed: number;
                frames_skipped: number;
                frames_failed: number;
                segments: number;
                gaps: {
                    /** @description Seconds from the start of the video */
                    start_s: number;
                    /** @description Seconds from the start of the video */
                    end_s: number;
                    /** @enum {string} */
                    reason: "undecodable" | "truncated";
                }[];
            };
            models: {
                /** @enum {string} */
                role: "detector" | "landmarks" | "eyes" | "emotion" | "gaze";
                name: string;
                version: string;
                sha256: string;
            }[];
            engine: {
                version: string;
                execution_provider: string;
            };
            /** @description Written when context or language was given and a language model is configured. */
            narrative: components["schemas"]["Narrative"] | null;
        };
        Narrative: {
            /** @constant */
            object: "narrative";
            language: string;
            text: string;
            /** @description The times that the text names, in seconds and in order. All of them are in the report. */
            cited_times_s: number[];
            /** @description The language model that wrote it. */
            model: string;
        };
        Upload: {
            /** @description The `upload_id` that starts an analysis. */
            id: string;
            /** @constant */
            object: "upload";
            /** @description What it has when it is complete. */
            size_bytes: number;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description It goes then, unless an analysis was started on it.
             */
            expires_at: string;
        };
        DirectUpload: {
            /** @description The `upload_id` that starts an analysis. */
            id: string;
            /** @constant */
            object: "upload";
            /** @description What it has when it is complete. */
            size_bytes: number;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description It goes then, unless an analysis was started on it.
             */
            expires_at: string;
            /** @description Of every part but the last, which has the rest. */
            part_size_bytes: number;
            parts: {
                number: number;
                url: string;
            }[];
        };
        FrameRecord: {
            /** @description Decoder timestamp, seconds from the start of the video */
            t_s: number;
            faces: {
                face_id: number;
                region: {
                    x: number;
                    y: number;
                    w: number;
                    h: number;
                };
                /** @description Detector score, 0-1 */
                score: number;
                /** @description Probabilities of this frame alone */
                emotions: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                /** @description Probabilities after the moving average */
                smoothed_emotions: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                /**
                 * @description The largest of the smoothed ones
                 * @enum {string}
                 */
                dominant_emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
                /** @description Smoothed probability of the dominant emotion */
                confidence: number;
                /** @description The face is too small, blurred, turned or ambiguous for its emotion to be told: left out of averages */
                uncertain: boolean;
                /** @description Degrees */
                head_pose: {
                    yaw: number;
                    pitch: number;
                    roll: number;
                };
                /** @description Degrees */
                gaze: {
                    yaw: number;
                    pitch: number;
                };
                eyes_open: boolean;
                /** @description False also where it is not known */
                eye_contact: boolean;
                /** @description The eyes are too small, or too much turned away, to be read: left out of eye contact scores */
                eye_contact_unknown: boolean;
                /** @description 68 iBUG points in units of the face region, only when asked for */
                landmarks?: [
                    number,
                    number
                ][];
            }[];
        };
        FramePage: {
            data: components["schemas"]["FrameRecord"][];
            next_cursor: string | null;
        };
        LiveFrameRecord: {
            /** @description Seconds: as given, otherwise from the first frame of the session to the arrival of this one; null without a session. */
            t_s: number | null;
            faces: {
                face_id: number;
                region: {
                    x: number;
                    y: number;
                    w: number;
                    h: number;
                };
                /** @description Detector score, 0-1 */
                score: number;
                /** @description Probabilities of this frame alone */
                emotions: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                /** @description Probabilities after the moving average */
                smoothed_emotions: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                /**
                 * @description The largest of the smoothed ones
                 * @enum {string}
                 */
                dominant_emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
                /** @description Smoothed probability of the dominant emotion */
                confidence: number;
                /** @description The face is too small, blurred, turned or ambiguous for its emotion to be told: left out of averages */
                uncertain: boolean;
                /** @description Degrees */
                head_pose: {
                    yaw: number;
                    pitch: number;
                    roll: number;
                };
                /** @description Degrees */
                gaze: {
                    yaw: number;
                    pitch: number;
                };
                eyes_open: boolean;
                /** @description False also where it is not known */
                eye_contact: boolean;
                /** @description The eyes are too small, or too much turned away, to be read: left out of eye contact scores */
                eye_contact_unknown: boolean;
                /** @description 68 iBUG points in units of the face region, only when asked for */
                landmarks?: [
                    number,
                    number
                ][];
            }[];
        };
        PrototypeAnalyze: {
            /** @constant */
            detected: true;
            /** @enum {string} */
            dominant_emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
            /** @description Percent; the seven add up to 100. */
            emotions: {
                angry: number;
                disgust: number;
                fear: number;
                happy: number;
                sad: number;
                surprise: number;
                neutral: number;
            };
            region: {
                x: number;
                y: number;
                w: number;
                h: number;
            };
        } | {
            /** @constant */
            detected: false;
            dominant_emotion: null;
            emotions: Record<string, never>;
            region: null;
        };
        PrototypeFaces: {
            faces: {
                /** @enum {string} */
                emotion: "Angry" | "Disgust" | "Fear" | "Happy" | "Sad" | "Surprise" | "Neutral";
                /** @description The probability of that emotion. */
                confidence: number;
                probabilities: {
                    Angry: number;
                    Disgust: number;
                    Fear: number;
                    Happy: number;
                    Sad: number;
                    Surprise: number;
                    Neutral: number;
                };
                region: {
                    x: number;
                    y: number;
                    w: number;
                    h: number;
                };
            }[];
        };
        PrototypePredict: {
            /** @enum {string} */
            emotion: "ANGRY" | "DISGUST" | "FEAR" | "HAPPY" | "SAD" | "SURPRISE" | "NEUTRAL";
            /** @description The probability of that emotion. */
            confidence: number;
            scores: {
                ANGRY: number;
                DISGUST: number;
                FEAR: number;
                HAPPY: number;
                SAD: number;
                SURPRISE: number;
                NEUTRAL: number;
            };
        } | {
            /** @constant */
            emotion: "No face detected";
        };
        LiveMessage: {
            /** @description Which message of this connection is answered; the first one has the number 1. */
            frame: number;
            /** @description How many messages of this connection were dropped so far: nobody has looked at them. */
            dropped: number;
            /** @description Seconds: as given, otherwise from the first frame of the session to the arrival of this one; null without a session. */
            t_s: number | null;
            faces: {
                face_id: number;
                region: {
                    x: number;
                    y: number;
                    w: number;
                    h: number;
                };
                /** @description Detector score, 0-1 */
                score: number;
                /** @description Probabilities of this frame alone */
                emotions: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                /** @description Probabilities after the moving average */
                smoothed_emotions: {
                    angry: number;
                    disgust: number;
                    fear: number;
                    happy: number;
                    sad: number;
                    surprise: number;
                    neutral: number;
                };
                /**
                 * @description The largest of the smoothed ones
                 * @enum {string}
                 */
                dominant_emotion: "angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral";
                /** @description Smoothed probability of the dominant emotion */
                confidence: number;
                /** @description The face is too small, blurred, turned or ambiguous for its emotion to be told: left out of averages */
                uncertain: boolean;
                /** @description Degrees */
                head_pose: {
                    yaw: number;
                    pitch: number;
                    roll: number;
                };
                /** @description Degrees */
                gaze: {
                    yaw: number;
                    pitch: number;
                };
                eyes_open: boolean;
                /** @description False also where it is not known */
                eye_contact: boolean;
                /** @description The eyes are too small, or too much turned away, to be read: left out of eye contact scores */
                eye_contact_unknown: boolean;
                /** @description 68 iBUG points in units of the face region, only when asked for */
                landmarks?: [
                    number,
                    number
                ][];
            }[];
        } | {
            /** @description Which message of this connection is answered; the first one has the number 1. */
            frame: number;
            /** @description How many messages of this connection were dropped so far: nobody has looked at them. */
            dropped: number;
            error: components["schemas"]["Problem"];
        } | {
            frame: null;
            /** @description How many messages of this connection were dropped so far: nobody has looked at them. */
            dropped: number;
        };
        PrototypeReport: {
            /** @description Percent of the faces seen whose dominant emotion is that one; all 0 when no face was seen. */
            average_emotion_scores: {
                angry: number;
                disgust: number;
                fear: number;
                happy: number;
                sad: number;
                surprise: number;
                neutral: number;
            };
            /** @description Null when no face was seen. */
            overall_dominant_emotion: ("angry" | "disgust" | "fear" | "happy" | "sad" | "surprise" | "neutral") | null;
            total_frames_analyzed: number;
            average_confidence_score: number;
            /** @description Percent. */
            eye_contact_score: number;
        };
        PrototypeAnalysis: {
            analysis: string;
        };
        WebhookEndpoint: {
            id: string;
            /** @constant */
            object: "webhook_endpoint";
            url: string;
            events: ("analysis.completed" | "analysis.failed" | "analysis.canceled")[];
            description: string | null;
            enabled: boolean;
            disabled_at: string | null;
            disabled_reason: ("requested" | "gone" | "failing") | null;
            /** @description Until when the secret before the last rotation signs too. */
            previous_secret_expires_at: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 instant, UTC
             */
            created_at: string;
        };
        WebhookEndpointWithSecret: {
            id: string;
            /** @constant */
            object: "webhook_endpoint";
            url: string;
            events: ("analysis.completed" | "analysis.failed" | "analysis.canceled")[];
            description: string | null;
            enabled: boolean;
            disabled_at: string | null;
            disabled_reason: ("requested" | "gone" | "failing") | null;
            /** @description Until when the secret before the last rotation signs too. */
            previous_secret_expires_at: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 instant, UTC
             */
            created_at: string;
            /** @description `whsec_` and the key of the signatures in base64. */
            secret: string;
        };
        WebhookEndpointList: {
            data: components["schemas"]["WebhookEndpoint"][];
            next_cursor: string | null;
        };
        WebhookDelivery: {
            /** @description The `webhook-id` header, the same in every attempt. */
            id: string;
            /** @constant */
            object: "webhook_delivery";
            event: string;
            /** @description Null: the `webhook_url` of one analysis. */
            endpoint_id: string | null;
            analysis_id: string | null;
            url: string;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 instant, UTC
             */
            created_at: string;
            /** @description Length of the body that is sent. */
            request_bytes: number;
            /** @description The last thirty, oldest first. */
            attempts: {
                number: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 instant, UTC
                 */
                at: string;
                url: string;
                duration_ms: number;
                /** @description The HTTP status of the answer; null when there was none. */
                answer_code: number | null;
                /** @description Why it did not succeed. */
                error: string | null;
            }[];
        };
        WebhookDeliveryList: {
            data: components["schemas"]["WebhookDelivery"][];
            next_cursor: string | null;
        };
        WebhookSecret: {
            /** @constant */
            object: "webhook_secret";
            /** @description `whsec_` and the key of the signatures in base64. */
            secret: string;
            /** @description Until when the secret before the last rotation signs too. */
            previous_secret_expires_at: string | null;
        };
        WebhookMessage: {
            /** @enum {string} */
            type: "analysis.completed" | "analysis.failed" | "analysis.canceled";
            /**
             * Format: date-time
             * @description ISO 8601 instant, UTC
             */
            timestamp: string;
            data: components["schemas"]["Analysis"];
        };
        ModelList: {
            data: {
                /** @constant */
                object: "model";
                /**
                 * @description What it does with a frame
                 * @enum {string}
                 */
                role: "detector" | "landmarks" | "eyes" | "emotion";
                name: string;
                version: string;
                /** @description Of its file: by it a report says which network looked */
                sha256: string;
                license: string;
                trained_on: string[];
                /** @description Its model card as Markdown: what it is, how it was measured, what it cannot do; null where it came without one */
                card: string | null;
            }[];
            next_cursor: string | null;
        };
        QueueLoadList: {
            data: {
                /** @enum {string} */
                name: "fetch-source" | "prepare-video" | "analyse-segment" | "assemble-report" | "annotate-video" | "deliver-webhook" | "sweep-expired";
                waiting: number;
                active: number;
                /** @description Those that wait for their time: put off, or to be tried again. */
                delayed: number;
                /** @description Those that were given up in the last 24 h. */
                failed: number;
                /** @description How many of those that wait are held back, because somebody paused the queue. */
                paused: number;
                /** @description How long the first in line could have been in work; null when nothing waits. */
                oldest_waiting_s: number | null;
                /** @description For each minute of the last hour, oldest first; the last number is of the minute that runs. */
                completed_per_minute: number[];
                /** @description For each minute of the last hour, oldest first; the last number is of the minute that runs. */
                failed_per_minute: number[];
            }[];
            next_cursor: string | null;
        };
        WorkerList: {
            data: {
                /** @constant */
                object: "worker";
                id: string;
                host: string;
                pid: number;
                version: string;
                /** @description What it was told to use, until it has looked at a video; then what it uses. */
                execution_provider: string;
                /** @description Videos that it looks at together. */
                lanes: number;
                /** @description The networks that it was started with. */
                models: string[];
                /**
                 * Format: date-time
                 * @description ISO 8601 instant, UTC
                 */
                started_at: string;
                /**
                 * Format: date-time
                 * @description One that is silent for 20 s is not shown any more.
                 */
                last_seen_at: string;
                current_jobs: {
                    /** @enum {string} */
                    queue: "fetch-source" | "prepare-video" | "analyse-segment" | "assemble-report" | "annotate-video" | "deliver-webhook" | "sweep-expired";
                    /** @description Null when it is about no analysis of the project. */
                    analysis_id: string | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601 instant, UTC
                     */
                    started_at: string;
                }[];
            }[];
            next_cursor: string | null;
        };
        FailedJob: {
            /** @constant */
            object: "failed_job";
            /** @enum {string} */
            queue: "fetch-source" | "prepare-video" | "analyse-segment" | "assemble-report" | "annotate-video" | "deliver-webhook" | "sweep-expired";
            id: string;
            name: string;
            analysis_id: string | null;
            delivery_id: string | null;
            reason: {
                /** @enum {string} */
                code: "invalid_request" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "conflict" | "not_ready" | "idempotency_mismatch" | "unsupported_tus_version" | "payload_too_large" | "unsupported_media" | "corrupt_video" | "no_video_stream" | "video_too_long" | "too_many_pixels" | "source_unreachable" | "source_forbidden" | "webhook_forbidden" | "rate_limited" | "queue_full" | "too_many_streams" | "live_overloaded" | "live_unavailable" | "queue_unavailable" | "storage_unavailable" | "database_unavailable" | "narrative_not_configured" | "narrative_unavailable" | "narrative_failed" | "canceled" | "model_unavailable" | "not_supported" | "timed_out" | "internal";
                message: string;
            };
            /** @description How often it was tried. */
            attempts: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant, UTC
             */
            failed_at: string;
        };
        FailedJobList: {
            data: components["schemas"]["FailedJob"][];
            next_cursor: string | null;
        };
        Me: {
            /** @description Whose data the answers are about. */
            project: string;
            /** @description Null while no key exists. */
            key: {
                id: string;
                name: string;
            } | null;
            /** @description What may be done, with all that `admin` includes. */
            scopes: ("analyses:read" | "analyses:write" | "webhooks:write" | "admin")[];
            /**
             * @description `session`: the cookie of a sign-in. `loopback`: no key exists, and this is the same machine.
             * @enum {string}
             */
            by: "key" | "session" | "loopback";
            engine: {
                version: string;
            };
            features: {
                /** @description A language model is configured, which tells reports in words. */
                narrative: boolean;
                /** @description Live connections are allowed. */
                live: boolean;
            };
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "invalid_request" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "conflict" | "not_ready" | "idempotency_mismatch" | "unsupported_tus_version" | "payload_too_large" | "unsupported_media" | "corrupt_video" | "no_video_stream" | "video_too_long" | "too_many_pixels" | "source_unreachable" | "source_forbidden" | "webhook_forbidden" | "rate_limited" | "queue_full" | "too_many_streams" | "live_overloaded" | "live_unavailable" | "queue_unavailable" | "storage_unavailable" | "database_unavailable" | "narrative_not_configured" | "narrative_unavailable" | "narrative_failed" | "canceled" | "model_unavailable" | "not_supported" | "timed_out" | "internal";
            detail: string;
            errors: {
                pointer: string;
                message: string;
            }[];
            request_id: string | null;
        };
        JsonValue: unknown;
        Greeting: {
            /** @constant */
            name: "eyeline";
            /** @constant */
            status: "ok";
            docs: string;
            openapi: string;
        };
        Liveness: {
            /** @constant */
            status: "ok";
        };
        Readiness: {
            /** @enum {string} */
            status: "ok" | "unavailable";
            dependencies: {
                database: {
                    /** @enum {string} */
                    status: "up" | "down";
                    /** @description The code of the error table when it is down. */
                    error: string | null;
                };
                queue: {
                    /** @enum {string} */
                    status: "up" | "down";
                    /** @description The code of the error table when it is down. */
                    error: string | null;
                };
                storage: {
                    /** @enum {string} */
                    status: "up" | "down";
                    /** @description The code of the error table when it is down. */
                    error: string | null;
                };
            };
        };
        PrototypeHealth: {
            /** @enum {string} */
            status: "ok" | "unavailable";
            /** @description The networks are there, with the bytes that they should have; a thread loads them with its first picture. With `LIVE_URL`: a live process answers. */
            model_loaded: boolean;
        };
        AnalysisOptions: {
            /** @description Frames analysed a second; 0 = every frame. Default 5. */
            sampling_fps?: number;
            /** @description Every N-th frame, instead of sampling_fps. */
            frame_interval?: number;
            /** @description Factor from the source to the analysis resolution; wins over max_side. */
            scale?: number;
            /**
             * @description Longest side of the analysis resolution in pixels; a smaller video is not enlarged.
             * @default 640
             */
            max_side: number;
            /**
             * @description Smaller faces (source pixels, shorter side) are ignored.
             * @default 0
             */
            min_face_size: number;
            /**
             * @description At most so many faces a frame, the largest first.
             * @default 20
             */
            max_faces: number;
            /**
             * @description Weight of the new frame in the moving average at 5 observations a second.
             * @default {
             *       "alpha": 0.2
             *     }
             */
            smoothing: {
                /** @default 0.2 */
                alpha: number;
            };
            /**
             * @description Half-angle in degrees of the cone around the camera that counts as eye contact.
             * @default 12
             */
            eye_contact_deg: number;
            /**
             * @description Name of the network that reads emotions, of those that are offered; null = the one in use.
             * @default null
             */
            emotion_model: string | null;
            /**
             * @description Ask a second emotion network about the same faces, and report where the two disagree.
             * @default false
             */
            compare: boolean;
            /**
             * @description Name of the second network, of those that are offered; null = the one that the service compares with.
             * @default null
             */
            compare_model: string | null;
            /**
             * @description Put the 68 iBUG points of each face into the frames.
             * @default false
             */
            landmarks: boolean;
            /**
             * @description Keep a small picture of each person.
             * @default false
             */
            thumbnails: boolean;
            /**
             * @description Make a video with boxes, emotions and gaze drawn in.
             * @default false
             */
            annotated_video: boolean;
            /**
             * @description Analyse from this time of the video.
             * @default 0
             */
            start_s: number;
            /**
             * @description Analyse up to this time; null = to the end.
             * @default null
             */
            end_s: number | null;
            /**
             * @description Keep the uploaded video so long; 0 = delete it as soon as the report is written.
             * @default 24
             */
            retain_video_hours: number;
        };
        Metadata: {
            [key: string]: components["schemas"]["JsonValue"];
        };
        LiveFrameRequest: {
            /** @description The session that the picture belongs to: of your choice, and known to your API key alone. */
            session_id?: string;
            /** @description When the picture was taken, in seconds from a moment of your choice; only within a session, and then with each of its pictures. */
            t_s?: number;
            /**
             * @description Whether the answer holds the 68 points of each face.
             * @default false
             */
            landmarks: boolean;
            /** @description The image as a `data:` URL in base64, such as `data:image/jpeg;base64,...`, or its base64 alone. */
            image: string;
        };
        SessionEnd: {
            /** @description What the session was about, in words of your own. It is kept in the report, and goes to the language model. */
            context?: string;
            /** @description The language of the narrative, as a BCP 47 tag; default `en`. */
            language?: string;
        };
        NarrativeRequest: {
            /**
             * @description What the recording is about, in words of your own. It goes to the language model.
             * @default
             */
            context: string;
            /**
             * @description The language to write in, as a BCP 47 tag.
             * @default en
             */
            language: string;
        };
        PrototypePicture: {
            /** @description A JPEG, PNG or WebP image as a `data:` URL in base64, such as `data:image/jpeg;base64,...`, or its base64 alone. */
            image: string;
        } & {
            [key: string]: unknown;
        };
        PrototypeSessionPicture: {
            /** @description A JPEG, PNG or WebP image as a `data:` URL in base64, such as `data:image/jpeg;base64,...`, or its base64 alone. */
            image: string;
            /** @description Smooths over the pictures of this session. */
            session_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        PrototypeStreamFrame: {
            /** @description A JPEG, PNG or WebP image as a `data:` URL in base64, such as `data:image/jpeg;base64,...`, or its base64 alone. */
            frame: string;
            /** @description Smooths over the pictures of this session. */
            session_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        PrototypeSession: {
            /**
             * @description What the recording is about, in words of your own. It goes to the language model.
             * @default
             */
            context: string;
            /** @description Expressions in the order in which they were seen, in English or Spanish, in any case. */
            emotions: string[];
        } & {
            [key: string]: unknown;
        };
        NewSignIn: {
            /** @description `ey_...` */
            key: string;
        };
        NewDirectUpload: {
            /** @description How many bytes the video has. */
            size_bytes: number;
        };
        CompletedParts: {
            parts: {
                number: number;
                etag: string;
            }[];
        };
        NewWebhookEndpoint: {
            /** @description https on port 443, to a host with public addresses; no redirect is followed. Inside the ranges that the operator allows, http and any port too. */
            url: string;
            events?: ("analysis.completed" | "analysis.failed" | "analysis.canceled")[];
            /** @default null */
            description: string | null;
        };
        WebhookEndpointChanges: {
            /** @description https on port 443, to a host with public addresses; no redirect is followed. Inside the ranges that the operator allows, http and any port too. */
            url?: string;
            events?: ("analysis.completed" | "analysis.failed" | "analysis.canceled")[];
            description?: string | null;
            enabled?: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The id of the request in the logs: the one that was sent in this header, or a new one.
         * @example 3b1f8f0e-6a52-4a0b-9d0c-1f6a3c1d2b90
         */
        "X-Request-Id": string;
        /**
         * @description The address of what was made.
         * @example /v1/uploads/up_...
         */
        Location: string;
        /**
         * @description The analysis that was made for this request, whatever came of it.
         * @example an_01ke3p8z5q7m2vxr0w9c
         */
        "X-Analysis-Id": string;
        /**
         * @description The version of the answer, for `If-None-Match`.
         * @example "2jmj7l5rSw0yVb_vlWAYkK_YBwk"
         */
        ETag: string;
        /**
         * @description The name to save the file under.
         * @example attachment; filename="an_01ke3p8z5q7m2vxr0w9c.frames.csv"
         */
        "Content-Disposition": string;
        /**
         * @description Parts may be asked for by `Range`.
         * @example bytes
         */
        "Accept-Ranges": string;
        /**
         * @description First and last byte of the part, and the size of the whole.
         * @example bytes 0-1023/3928942
         */
        "Content-Range": string;
        /**
         * @description Seconds after which the same request may be sent again.
         * @example 30
         */
        "Retry-After": number;
        /**
         * @description How many requests (`q`) a key has in a window of so many seconds (`w`): `default` to read, `writes` to start or change something, `live` for live frames.
         * @example "default";q=6000;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description How many requests are left (`r`), and in how many seconds there are more (`t`).
         * @example "default";r=5998;t=41
         */
        RateLimit: string;
        /**
         * @description How to show who you are.
         * @example Bearer
         */
        "WWW-Authenticate": string;
        /**
         * @description The sign-in, for the browser alone; or its end.
         * @example eyeline_session=...; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict
         */
        "Set-Cookie": string;
        /**
         * @description Present when this is the stored answer to an earlier request with the same Idempotency-Key.
         * @example true
         */
        "Idempotent-Replayed": "true";
        /**
         * @description The version of tus that is spoken.
         * @example 1.0.0
         */
        "Tus-Resumable": "1.0.0";
        /**
         * @description The versions of tus that are known.
         * @example 1.0.0
         */
        "Tus-Version": "1.0.0";
        /**
         * @description The extensions of tus that are known.
         * @example creation,expiration,termination
         */
        "Tus-Extension": string;
        /**
         * @description The largest upload, in bytes.
         * @example 20000000000
         */
        "Tus-Max-Size": number;
        /**
         * @description How many bytes are there.
         * @example 6291456
         */
        "Upload-Offset": number;
        /**
         * @description How many bytes there will be.
         * @example 734003200
         */
        "Upload-Length": number;
        /**
         * @description What was sent with the creation.
         * @example filename dGFsay5tcDQ=
         */
        "Upload-Metadata": string;
        /**
         * @description When the upload goes.
         * @example Tue, 03 Nov 2026 09:20:00 GMT
         */
        "Upload-Expires": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    me_tell: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who sent this request. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "project": "default",
                     *       "key": {
                     *         "id": "key_5f0c2d9a4b7e1c3f8a6d",
                     *         "name": "my-laptop"
                     *       },
                     *       "scopes": [
                     *         "analyses:read",
                     *         "analyses:write"
                     *       ],
                     *       "by": "key",
                     *       "engine": {
                     *         "version": "0.1.0"
                     *       },
                     *       "features": {
                     *         "narrative": false,
                     *         "live": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "ey_..."
                 *     }
                 */
                "application/json": components["schemas"]["NewSignIn"];
            };
        };
        responses: {
            /** @description Who is signed in now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "project": "default",
                     *       "key": {
                     *         "id": "key_5f0c2d9a4b7e1c3f8a6d",
                     *         "name": "my-laptop"
                     *       },
                     *       "scopes": [
                     *         "analyses:read",
                     *         "analyses:write"
                     *       ],
                     *       "by": "key",
                     *       "engine": {
                     *         "version": "0.1.0"
                     *       },
                     *       "features": {
                     *         "narrative": false,
                     *         "live": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The upload is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is signed in. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything is up. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "dependencies": {
                     *         "database": {
                     *           "status": "up",
                     *           "error": null
                     *         },
                     *         "queue": {
                     *           "status": "up",
                     *           "error": null
                     *         },
                     *         "storage": {
                     *           "status": "up",
                     *           "error": null
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is down; each dependency says which. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "unavailable",
                     *       "dependencies": {
                     *         "database": {
                     *           "status": "up",
                     *           "error": null
                     *         },
                     *         "queue": {
                     *           "status": "up",
                     *           "error": null
                     *         },
                     *         "storage": {
                     *           "status": "down",
                     *           "error": "storage_unavailable"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    health_tellModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They can. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "model_loaded": true
                     *     }
                     */
                    "application/json": components["schemas"]["PrototypeHealth"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A network is missing or damaged; the log says which. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "unavailable",
                     *       "model_loaded": false
                     *     }
                     */
                    "application/json": components["schemas"]["PrototypeHealth"];
                };
            };
        };
    };
    health_measure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of: text/plain. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyses_list: {
        parameters: {
            query?: {
                /** @example queued */
                status?: "queued" | "processing" | "completed" | "failed" | "canceled";
                tag?: string;
                /**
                 * @description How many on one page.
                 * @example 20
                 */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of analyses. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "an_01ke3p8z5q7m2vxr0w9c",
                     *           "object": "analysis",
                     *           "status": "completed",
                     *           "progress": 1,
                     *           "stage": "completed",
                     *           "created_at": "2026-11-02T09:30:00.000Z",
                     *           "started_at": "2026-11-02T09:30:01.000Z",
                     *           "completed_at": "2026-11-02T09:30:06.000Z",
                     *           "expires_at": "2026-12-02T09:30:06.000Z",
                     *           "tag": "talk",
                     *           "metadata": {
                     *             "room": "A"
                     *           },
                     *           "options": {
                     *             "sampling_fps": 5,
                     *             "max_side": 640,
                     *             "min_face_size": 0,
                     *             "max_faces": 20,
                     *             "smoothing": {
                     *               "alpha": 0.2
                     *             },
                     *             "eye_contact_deg": 12,
                     *             "emotion_model": null,
                     *             "compare": false,
                     *             "compare_model": null,
                     *             "landmarks": false,
                     *             "thumbnails": false,
                     *             "annotated_video": false,
                     *             "start_s": 0,
                     *             "end_s": null,
                     *             "retain_video_hours": 24,
                     *             "frame_interval": null,
                     *             "scale": null
                     *           },
                     *           "video": {
                     *             "duration_s": 20.2,
                     *             "width": 640,
                     *             "height": 360,
                     *             "fps": 25,
                     *             "codec": "h264",
                     *             "rotation": 0,
                     *             "variable_frame_rate": false,
                     *             "size_bytes": 1632292,
                     *             "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *           },
                     *           "error": null,
                     *           "links": {
                     *             "self": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c",
                     *             "report": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/report",
                     *             "frames": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/frames",
                     *             "events": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/events",
                     *             "dashboard": "http://127.0.0.1:3000/analyses/an_01ke3p8z5q7m2vxr0w9c"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AnalysisList"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyses_start: {
        parameters: {
            query?: {
                /** @description Frames analysed a second; 0 = every frame. Default 5. Raw uploads only. */
                sampling_fps?: number;
                /** @description Every N-th frame, instead of sampling_fps. Raw uploads only. */
                frame_interval?: number;
                /** @description Factor from the source to the analysis resolution; wins over max_side. Raw uploads only. */
                scale?: number;
                /**
                 * @description Longest side of the analysis resolution in pixels; a smaller video is not enlarged. Raw uploads only.
                 * @example 640
                 */
                max_side?: number;
                /**
                 * @description Smaller faces (source pixels, shorter side) are ignored. Raw uploads only.
                 * @example 0
                 */
                min_face_size?: number;
                /**
                 * @description At most so many faces a frame, the largest first. Raw uploads only.
                 * @example 20
                 */
                max_faces?: number;
                /** @description Weight of the new frame in the moving average at 5 observations a second. Raw uploads only. */
                smoothing?: string;
                /**
                 * @description Half-angle in degrees of the cone around the camera that counts as eye contact. Raw uploads only.
                 * @example 12
                 */
                eye_contact_deg?: number;
                /**
                 * @description Name of the network that reads emotions, of those that are offered; null = the one in use. Raw uploads only.
                 * @example null
                 */
                emotion_model?: string | null;
                /**
                 * @description Ask a second emotion network about the same faces, and report where the two disagree. Raw uploads only.
                 * @example false
                 */
                compare?: boolean;
                /**
                 * @description Name of the second network, of those that are offered; null = the one that the service compares with. Raw uploads only.
                 * @example null
                 */
                compare_model?: string | null;
                /**
                 * @description Put the 68 iBUG points of each face into the frames. Raw uploads only.
                 * @example false
                 */
                landmarks?: boolean;
                /**
                 * @description Keep a small picture of each person. Raw uploads only.
                 * @example false
                 */
                thumbnails?: boolean;
                /**
                 * @description Make a video with boxes, emotions and gaze drawn in. Raw uploads only.
                 * @example false
                 */
                annotated_video?: boolean;
                /**
                 * @description Analyse from this time of the video. Raw uploads only.
                 * @example 0
                 */
                start_s?: number;
                /**
                 * @description Analyse up to this time; null = to the end. Raw uploads only.
                 * @example null
                 */
                end_s?: number | null;
                /**
                 * @description Keep the uploaded video so long; 0 = delete it as soon as the report is written. Raw uploads only.
                 * @example 24
                 */
                retain_video_hours?: number;
                /** @description Raw uploads only. */
                tag?: string;
                /** @description Raw uploads only. */
                webhook_url?: string;
                /** @description A JSON object of at most 4 kB. Raw uploads only. */
                metadata?: string;
            };
            header?: {
                /** @description A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what it was answered with before, for 24 h, and `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The video as the part `file` of a form, as the body itself with the options in the query, as the id of an upload, or as the address of a file. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "(the bytes of talk.mp4)",
                 *       "options": {
                 *         "sampling_fps": 5,
                 *         "landmarks": true
                 *       },
                 *       "metadata": {
                 *         "room": "A"
                 *       },
                 *       "tag": "talk"
                 *     }
                 */
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    options?: components["schemas"]["AnalysisOptions"];
                    metadata?: components["schemas"]["Metadata"];
                    /** @description Your own name for a group of analyses. */
                    tag?: string;
                    /** @description An address that is told how the analysis ends, signed with the secret of the project. */
                    webhook_url?: string;
                };
                "application/json": {
                    /** @description A complete upload that was not used yet. */
                    upload_id?: string;
                    /** @description https on port 443, to a host with public addresses; redirects too. Inside the ranges that the operator allows, http and any port as well. */
                    source_url?: string;
                    options?: components["schemas"]["AnalysisOptions"];
                    metadata?: components["schemas"]["Metadata"];
                    /** @description Your own name for a group of analyses. */
                    tag?: string;
                    /** @description An address that is told how the analysis ends, signed with the secret of the project. */
                    webhook_url?: string;
                    /** @description Frames analysed a second; 0 = every frame. Default 5. */
                    sampling_fps?: number;
                    /** @description Every N-th frame, instead of sampling_fps. */
                    frame_interval?: number;
                    /** @description Factor from the source to the analysis resolution; wins over max_side. */
                    scale?: number;
                    /**
                     * @description Longest side of the analysis resolution in pixels; a smaller video is not enlarged.
                     * @default 640
                     */
                    max_side?: number;
                    /**
                     * @description Smaller faces (source pixels, shorter side) are ignored.
                     * @default 0
                     */
                    min_face_size?: number;
                    /**
                     * @description At most so many faces a frame, the largest first.
                     * @default 20
                     */
                    max_faces?: number;
                    /**
                     * @description Weight of the new frame in the moving average at 5 observations a second.
                     * @default {
                     *       "alpha": 0.2
                     *     }
                     */
                    smoothing?: {
                        /** @default 0.2 */
                        alpha?: number;
                    };
                    /**
                     * @description Half-angle in degrees of the cone around the camera that counts as eye contact.
                     * @default 12
                     */
                    eye_contact_deg?: number;
                    /**
                     * @description Name of the network that reads emotions, of those that are offered; null = the one in use.
                     * @default null
                     */
                    emotion_model?: string | null;
                    /**
                     * @description Ask a second emotion network about the same faces, and report where the two disagree.
                     * @default false
                     */
                    compare?: boolean;
                    /**
                     * @description Name of the second network, of those that are offered; null = the one that the service compares with.
                     * @default null
                     */
                    compare_model?: string | null;
                    /**
                     * @description Put the 68 iBUG points of each face into the frames.
                     * @default false
                     */
                    landmarks?: boolean;
                    /**
                     * @description Keep a small picture of each person.
                     * @default false
                     */
                    thumbnails?: boolean;
                    /**
                     * @description Make a video with boxes, emotions and gaze drawn in.
                     * @default false
                     */
                    annotated_video?: boolean;
                    /**
                     * @description Analyse from this time of the video.
                     * @default 0
                     */
                    start_s?: number;
                    /**
                     * @description Analyse up to this time; null = to the end.
                     * @default null
                     */
                    end_s?: number | null;
                    /**
                     * @description Keep the uploaded video so long; 0 = delete it as soon as the report is written.
                     * @default 24
                     */
                    retain_video_hours?: number;
                } & (unknown | unknown);
                "video/*": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The analysis is queued. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "object": "analysis",
                     *       "status": "queued",
                     *       "progress": 0,
                     *       "stage": "queued",
                     *       "created_at": "2026-11-02T09:30:00.000Z",
                     *       "started_at": null,
                     *       "completed_at": null,
                     *       "expires_at": null,
                     *       "tag": "talk",
                     *       "metadata": {
                     *         "room": "A"
                     *       },
                     *       "options": {
                     *         "sampling_fps": 5,
                     *         "max_side": 640,
                     *         "min_face_size": 0,
                     *         "max_faces": 20,
                     *         "smoothing": {
                     *           "alpha": 0.2
                     *         },
                     *         "eye_contact_deg": 12,
                     *         "emotion_model": null,
                     *         "compare": false,
                     *         "compare_model": null,
                     *         "landmarks": false,
                     *         "thumbnails": false,
                     *         "annotated_video": false,
                     *         "start_s": 0,
                     *         "end_s": null,
                     *         "retain_video_hours": 24,
                     *         "frame_interval": null,
                     *         "scale": null
                     *       },
                     *       "video": null,
                     *       "error": null,
                     *       "links": {
                     *         "self": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c",
                     *         "report": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/report",
                     *         "frames": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/frames",
                     *         "events": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/events",
                     *         "dashboard": "http://127.0.0.1:3000/analyses/an_01ke3p8z5q7m2vxr0w9c"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `conflict`: The state does not allow this
             *
             *     `not_ready`: The result is not there yet; `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payload_too_large`: The upload is too large
             *
             *     `payload_too_large`: The upload is too large
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `source_forbidden`: The source address is not allowed; `webhook_forbidden`: The webhook address is not allowed; `idempotency_mismatch`: The idempotency key belongs to another request
             *
             *     `source_forbidden`: The source address is not allowed; `webhook_forbidden`: The webhook address is not allowed; `idempotency_mismatch`: The idempotency key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `queue_full`: Too many analyses are waiting
             *
             *     `queue_full`: Too many analyses are waiting; `rate_limited`: Too many requests
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyses_get: {
        parameters: {
            query?: {
                /**
                 * @description Seconds to hold the answer until the analysis ends; the answer comes then, or when they have passed.
                 * @example 0
                 */
                wait?: number;
            };
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The analysis as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "object": "analysis",
                     *       "status": "completed",
                     *       "progress": 1,
                     *       "stage": "completed",
                     *       "created_at": "2026-11-02T09:30:00.000Z",
                     *       "started_at": "2026-11-02T09:30:01.000Z",
                     *       "completed_at": "2026-11-02T09:30:06.000Z",
                     *       "expires_at": "2026-12-02T09:30:06.000Z",
                     *       "tag": "talk",
                     *       "metadata": {
                     *         "room": "A"
                     *       },
                     *       "options": {
                     *         "sampling_fps": 5,
                     *         "max_side": 640,
                     *         "min_face_size": 0,
                     *         "max_faces": 20,
                     *         "smoothing": {
                     *           "alpha": 0.2
                     *         },
                     *         "eye_contact_deg": 12,
                     *         "emotion_model": null,
                     *         "compare": false,
                     *         "compare_model": null,
                     *         "landmarks": false,
                     *         "thumbnails": false,
                     *         "annotated_video": false,
                     *         "start_s": 0,
                     *         "end_s": null,
                     *         "retain_video_hours": 24,
                     *         "frame_interval": null,
                     *         "scale": null
                     *       },
                     *       "video": {
                     *         "duration_s": 20.2,
                     *         "width": 640,
                     *         "height": 360,
                     *         "fps": 25,
                     *         "codec": "h264",
                     *         "rotation": 0,
                     *         "variable_frame_rate": false,
                     *         "size_bytes": 1632292,
                     *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *       },
                     *       "error": null,
                     *       "links": {
                     *         "self": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c",
                     *         "report": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/report",
                     *         "frames": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/frames",
                     *         "events": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/events",
                     *         "dashboard": "http://127.0.0.1:3000/analyses/an_01ke3p8z5q7m2vxr0w9c"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyses_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing of it is left. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "object": "analysis",
                     *       "deleted": true,
                     *       "deleted_at": "2026-11-02T10:00:00.000Z",
                     *       "objects_deleted": 2
                     *     }
                     */
                    "application/json": components["schemas"]["DeletionReceipt"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyses_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what it was answered with before, for 24 h, and `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The analysis is canceled, by this call or an earlier one. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "object": "analysis",
                     *       "status": "queued",
                     *       "progress": 0,
                     *       "stage": "queued",
                     *       "created_at": "2026-11-02T09:30:00.000Z",
                     *       "started_at": null,
                     *       "completed_at": null,
                     *       "expires_at": null,
                     *       "tag": "talk",
                     *       "metadata": {
                     *         "room": "A"
                     *       },
                     *       "options": {
                     *         "sampling_fps": 5,
                     *         "max_side": 640,
                     *         "min_face_size": 0,
                     *         "max_faces": 20,
                     *         "smoothing": {
                     *           "alpha": 0.2
                     *         },
                     *         "eye_contact_deg": 12,
                     *         "emotion_model": null,
                     *         "compare": false,
                     *         "compare_model": null,
                     *         "landmarks": false,
                     *         "thumbnails": false,
                     *         "annotated_video": false,
                     *         "start_s": 0,
                     *         "end_s": null,
                     *         "retain_video_hours": 24,
                     *         "frame_interval": null,
                     *         "scale": null
                     *       },
                     *       "video": null,
                     *       "error": null,
                     *       "links": {
                     *         "self": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c",
                     *         "report": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/report",
                     *         "frames": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/frames",
                     *         "events": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/events",
                     *         "dashboard": "http://127.0.0.1:3000/analyses/an_01ke3p8z5q7m2vxr0w9c"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: The idempotency key belongs to another request
             *
             *     `idempotency_mismatch`: The idempotency key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyses_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what it was answered with before, for 24 h, and `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The analysis is queued again. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "object": "analysis",
                     *       "status": "queued",
                     *       "progress": 0,
                     *       "stage": "queued",
                     *       "created_at": "2026-11-02T09:30:00.000Z",
                     *       "started_at": null,
                     *       "completed_at": null,
                     *       "expires_at": null,
                     *       "tag": "talk",
                     *       "metadata": {
                     *         "room": "A"
                     *       },
                     *       "options": {
                     *         "sampling_fps": 5,
                     *         "max_side": 640,
                     *         "min_face_size": 0,
                     *         "max_faces": 20,
                     *         "smoothing": {
                     *           "alpha": 0.2
                     *         },
                     *         "eye_contact_deg": 12,
                     *         "emotion_model": null,
                     *         "compare": false,
                     *         "compare_model": null,
                     *         "landmarks": false,
                     *         "thumbnails": false,
                     *         "annotated_video": false,
                     *         "start_s": 0,
                     *         "end_s": null,
                     *         "retain_video_hours": 24,
                     *         "frame_interval": null,
                     *         "scale": null
                     *       },
                     *       "video": null,
                     *       "error": null,
                     *       "links": {
                     *         "self": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c",
                     *         "report": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/report",
                     *         "frames": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/frames",
                     *         "events": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/events",
                     *         "dashboard": "http://127.0.0.1:3000/analyses/an_01ke3p8z5q7m2vxr0w9c"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: The idempotency key belongs to another request
             *
             *     `idempotency_mismatch`: The idempotency key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `queue_full`: Too many analyses are waiting
             *
             *     `queue_full`: Too many analyses are waiting; `rate_limited`: Too many requests
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    events_follow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that was seen: what is newer is sent. */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of: text/event-stream. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The end of this analysis is what `Last-Event-ID` names: nothing more will come. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_streams`: Too many event streams are open; `database_unavailable`: The database does not answer
             *
             *     `too_many_streams`: Too many event streams are open; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    results_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "analysis_id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "video": {
                     *         "duration_s": 2,
                     *         "width": 640,
                     *         "height": 360,
                     *         "fps": 25,
                     *         "codec": "h264",
                     *         "rotation": 0,
                     *         "variable_frame_rate": false,
                     *         "size_bytes": 1632292,
                     *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *       },
                     *       "sampling": {
                     *         "fps": 5,
                     *         "frame_interval": null,
                     *         "segments": 1,
                     *         "gaps": [],
                     *         "frames_decoded": 10,
                     *         "frames_analyzed": 10,
                     *         "frames_skipped": 0,
                     *         "frames_failed": 0
                     *       },
                     *       "total_frames_analyzed": 10,
                     *       "frames_with_face": 10,
                     *       "overall_dominant_emotion": "happy",
                     *       "average_emotion_scores": {
                     *         "angry": 0,
                     *         "disgust": 0,
                     *         "fear": 0,
                     *         "happy": 70,
                     *         "sad": 0,
                     *         "surprise": 0,
                     *         "neutral": 30
                     *       },
                     *       "mean_emotion_probabilities": {
                     *         "angry": 0.01,
                     *         "disgust": 0.01,
                     *         "fear": 0.01,
                     *         "happy": 0.6,
                     *         "sad": 0.02,
                     *         "surprise": 0.03,
                     *         "neutral": 0.32
                     *       },
                     *       "average_confidence_score": 0.72,
                     *       "uncertain_share": 0,
                     *       "eye_contact_score": 50,
                     *       "eye_contact": {
                     *         "score": 50,
                     *         "unknown_share": 0,
                     *         "longest_s": 1,
                     *         "episodes": [
                     *           {
                     *             "face_id": 1,
                     *             "start_s": 0,
                     *             "end_s": 1
                     *           }
                     *         ]
                     *       },
                     *       "faces": [
                     *         {
                     *           "face_id": 1,
                     *           "first_seen_s": 0,
                     *           "last_seen_s": 1.8,
                     *           "frames": 10,
                     *           "screen_share": 0.21,
                     *           "dominant_emotion": "happy",
                     *           "average_emotion_scores": {
                     *             "angry": 0,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 70,
                     *             "sad": 0,
                     *             "surprise": 0,
                     *             "neutral": 30
                     *           },
                     *           "mean_emotion_probabilities": {
                     *             "angry": 0.01,
                     *             "disgust": 0.01,
                     *             "fear": 0.01,
                     *             "happy": 0.6,
                     *             "sad": 0.02,
                     *             "surprise": 0.03,
                     *             "neutral": 0.32
                     *           },
                     *           "average_confidence_score": 0.72,
                     *           "uncertain_share": 0,
                     *           "eye_contact_score": 50,
                     *           "eye_contact_unknown_share": 0,
                     *           "blinks": null,
                     *           "mean_head_pose": {
                     *             "yaw": 4,
                     *             "pitch": -6.1,
                     *             "roll": 2.2
                     *           },
                     *           "quality": 0.83,
                     *           "thumbnail": null
                     *         }
                     *       ],
                     *       "episodes": [
                     *         {
                     *           "face_id": 1,
                     *           "emotion": "happy",
                     *           "start_s": 0,
                     *           "end_s": 1.4,
                     *           "mean_probability": 0.79
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "start_s": 0,
                     *           "end_s": 1,
                     *           "faces": 1,
                     *           "dominant_emotion": "happy",
                     *           "eye_contact_score": 100,
                     *           "mean_emotion_probabilities": {
                     *             "angry": 0.01,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 0.83,
                     *             "sad": 0.02,
                     *             "surprise": 0.02,
                     *             "neutral": 0.12
                     *           }
                     *         },
                     *         {
                     *           "start_s": 1,
                     *           "end_s": 2,
                     *           "faces": 1,
                     *           "dominant_emotion": "neutral",
                     *           "eye_contact_score": 0,
                     *           "mean_emotion_probabilities": {
                     *             "angry": 0.01,
                     *             "disgust": 0.02,
                     *             "fear": 0.02,
                     *             "happy": 0.37,
                     *             "sad": 0.02,
                     *             "surprise": 0.04,
                     *             "neutral": 0.52
                     *           }
                     *         }
                     *       ],
                     *       "models": [
                     *         {
                     *           "role": "emotion",
                     *           "name": "emotion-grey-64",
                     *           "version": "1.0.0",
                     *           "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
                     *         }
                     *       ],
                     *       "comparison": {
                     *         "model": {
                     *           "role": "emotion",
                     *           "name": "emotion-grey-32",
                     *           "version": "1.0.0",
                     *           "sha256": "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"
                     *         },
                     *         "observations": 10,
                     *         "uncertain": 0,
                     *         "agreement": 0.8,
                     *         "kappa": 0.55,
                     *         "disagreements_total": 1,
                     *         "disagreements": [
                     *           {
                     *             "face_id": 1,
                     *             "start_s": 1,
                     *             "end_s": 1.4,
                     *             "emotion": "happy",
                     *             "compared_emotion": "neutral"
                     *           }
                     *         ]
                     *       },
                     *       "engine": {
                     *         "version": "0.1.0",
                     *         "execution_provider": "cpu"
                     *       },
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             *
             *     `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    results_frames: {
        parameters: {
            query?: {
                /** @example json */
                format?: "json" | "ndjson" | "csv" | "parquet";
                /**
                 * @description Frames on one page of `json`.
                 * @example 100
                 */
                limit?: number;
                /** @description `next_cursor` of the page before; `json` alone. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of: application/json, application/x-ndjson, text/csv, application/vnd.apache.parquet. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "t_s": 0.2,
                     *           "faces": [
                     *             {
                     *               "face_id": 1,
                     *               "region": {
                     *                 "x": 212,
                     *                 "y": 64,
                     *                 "w": 180,
                     *                 "h": 216
                     *               },
                     *               "score": 0.98,
                     *               "emotions": {
                     *                 "angry": 0.01,
                     *                 "disgust": 0,
                     *                 "fear": 0,
                     *                 "happy": 0.83,
                     *                 "sad": 0.02,
                     *                 "surprise": 0.02,
                     *                 "neutral": 0.12
                     *               },
                     *               "smoothed_emotions": {
                     *                 "angry": 0.01,
                     *                 "disgust": 0,
                     *                 "fear": 0,
                     *                 "happy": 0.83,
                     *                 "sad": 0.02,
                     *                 "surprise": 0.02,
                     *                 "neutral": 0.12
                     *               },
                     *               "dominant_emotion": "happy",
                     *               "confidence": 0.83,
                     *               "uncertain": false,
                     *               "head_pose": {
                     *                 "yaw": 3.1,
                     *                 "pitch": -5.4,
                     *                 "roll": 1.9
                     *               },
                     *               "gaze": {
                     *                 "yaw": 2.2,
                     *                 "pitch": -4
                     *               },
                     *               "eyes_open": true,
                     *               "eye_contact": true,
                     *               "eye_contact_unknown": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["FramePage"];
                    /**
                     * @example {
                     *       "t_s": 0.2,
                     *       "faces": [
                     *         {
                     *           "face_id": 1,
                     *           "region": {
                     *             "x": 212,
                     *             "y": 64,
                     *             "w": 180,
                     *             "h": 216
                     *           },
                     *           "score": 0.98,
                     *           "emotions": {
                     *             "angry": 0.01,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 0.83,
                     *             "sad": 0.02,
                     *             "surprise": 0.02,
                     *             "neutral": 0.12
                     *           },
                     *           "smoothed_emotions": {
                     *             "angry": 0.01,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 0.83,
                     *             "sad": 0.02,
                     *             "surprise": 0.02,
                     *             "neutral": 0.12
                     *           },
                     *           "dominant_emotion": "happy",
                     *           "confidence": 0.83,
                     *           "uncertain": false,
                     *           "head_pose": {
                     *             "yaw": 3.1,
                     *             "pitch": -5.4,
                     *             "roll": 1.9
                     *           },
                     *           "gaze": {
                     *             "yaw": 2.2,
                     *             "pitch": -4
                     *           },
                     *           "eyes_open": true,
                     *           "eye_contact": true,
                     *           "eye_contact_unknown": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/x-ndjson": components["schemas"]["FrameRecord"];
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             *
             *     `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    narrative_tell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "context": "The first minute of a talk.",
                 *       "language": "es"
                 *     }
                 */
                "application/json": components["schemas"]["NarrativeRequest"];
            };
        };
        responses: {
            /** @description The text, and the times that it names. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "narrative",
                     *       "language": "es",
                     *       "text": "Desde 0:00 la cara parece alegre y mira a la cámara; en 0:01 se serena y aparta la mirada.",
                     *       "cited_times_s": [
                     *         0,
                     *         1
                     *       ],
                     *       "model": "gemini-flash-latest"
                     *     }
                     */
                    "application/json": components["schemas"]["Narrative"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `conflict`: The state does not allow this
             *
             *     `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `narrative_failed`: The language model gave no usable answer
             *
             *     `narrative_failed`: The language model gave no usable answer
             */
            502: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `narrative_not_configured`: No language model is configured; `narrative_unavailable`: The language model does not answer; `database_unavailable`: The database does not answer
             *
             *     `narrative_not_configured`: No language model is configured; `narrative_unavailable`: The language model does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `timed_out`: The work took too long
             *
             *     `timed_out`: The work took too long
             */
            504: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renderedartifacts_reportPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of: text/html. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             *
             *     `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renderedartifacts_captions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of: text/vtt. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             *
             *     `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    storedartifacts_video: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                    "video/quicktime": string;
                    "video/webm": string;
                    "video/matroska": string;
                    "video/x-msvideo": string;
                    "video/ogg": string;
                    "application/octet-stream": string;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Range": components["headers"]["Content-Range"];
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                    "video/quicktime": string;
                    "video/webm": string;
                    "video/matroska": string;
                    "video/x-msvideo": string;
                    "video/ogg": string;
                    "application/octet-stream": string;
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    storedartifacts_face: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
                /**
                 * @description A `face_id` of the report.
                 * @example 1
                 */
                face_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Range": components["headers"]["Content-Range"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             *
             *     `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    storedartifacts_annotated: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example an_01ke3p8z5q7m2vxr0w9c */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Range": components["headers"]["Content-Range"];
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             *
             *     `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large; `source_unreachable`: The source address did not answer; `source_forbidden`: The source address is not allowed; `model_unavailable`: A network that is to be used is not there; `timed_out`: The work took too long; `internal`: Something went wrong on our side
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    models_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them on one page, the shipped ones first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "object": "model",
                     *           "role": "emotion",
                     *           "name": "emotion-grey-64",
                     *           "version": "1.0.0",
                     *           "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                     *           "license": "Apache-2.0",
                     *           "trained_on": [
                     *             "FER2013",
                     *             "FER+"
                     *           ],
                     *           "card": "# emotion-grey-64 1.0.0\n\n**What it is.** ...\n"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    frames_analyse: {
        parameters: {
            query?: {
                /** @description The session that the picture belongs to: of your choice, and known to your API key alone. */
                session_id?: string;
                /** @description When the picture was taken, in seconds from a moment of your choice; only within a session, and then with each of its pictures. */
                t_s?: number;
                /**
                 * @description Whether the answer holds the 68 points of each face.
                 * @example false
                 */
                landmarks?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A JPEG, PNG or WebP image as the body itself, as the part `file` of a form, or as base64 in JSON. EXIF orientation is applied; of an animation the first picture is taken. */
        requestBody: {
            content: {
                "image/*": string;
                "application/octet-stream": string;
                /**
                 * @example {
                 *       "file": "(the bytes of frame.jpg)"
                 *     }
                 */
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description The session that the picture belongs to: of your choice, and known to your API key alone. */
                    session_id?: string;
                    /** @description When the picture was taken, in seconds from a moment of your choice; only within a session, and then with each of its pictures. */
                    t_s?: number;
                    /**
                     * @description Whether the answer holds the 68 points of each face.
                     * @default false
                     */
                    landmarks?: boolean;
                };
                /**
                 * @example {
                 *       "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
                 *     }
                 */
                "application/json": components["schemas"]["LiveFrameRequest"];
            };
        };
        responses: {
            /** @description The faces, the largest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "t_s": null,
                     *       "faces": [
                     *         {
                     *           "face_id": 1,
                     *           "region": {
                     *             "x": 212,
                     *             "y": 64,
                     *             "w": 180,
                     *             "h": 216
                     *           },
                     *           "score": 0.98,
                     *           "emotions": {
                     *             "angry": 0.01,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 0.83,
                     *             "sad": 0.02,
                     *             "surprise": 0.02,
                     *             "neutral": 0.12
                     *           },
                     *           "smoothed_emotions": {
                     *             "angry": 0.01,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 0.83,
                     *             "sad": 0.02,
                     *             "surprise": 0.02,
                     *             "neutral": 0.12
                     *           },
                     *           "dominant_emotion": "happy",
                     *           "confidence": 0.83,
                     *           "uncertain": false,
                     *           "head_pose": {
                     *             "yaw": 3.1,
                     *             "pitch": -5.4,
                     *             "roll": 1.9
                     *           },
                     *           "gaze": {
                     *             "yaw": 2.2,
                     *             "pitch": -4
                     *           },
                     *           "eyes_open": true,
                     *           "eye_contact": true,
                     *           "eye_contact_unknown": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LiveFrameRecord"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this; `canceled`: The analysis was canceled
             *
             *     `conflict`: The state does not allow this; `canceled`: The analysis was canceled
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payload_too_large`: The upload is too large
             *
             *     `payload_too_large`: The upload is too large
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media`: The file is not a video or image; `too_many_pixels`: The picture is too large
             *
             *     `unsupported_media`: The file is not a video or image; `too_many_pixels`: The picture is too large
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `live_overloaded`: Too many live frames or connections are in hand; `live_unavailable`: The live process does not answer; `database_unavailable`: The database does not answer
             *
             *     `live_overloaded`: Too many live frames or connections are in hand; `live_unavailable`: The live process does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `timed_out`: The work took too long
             *
             *     `timed_out`: The work took too long
             */
            504: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example visit-2026-11-02 */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "session",
                     *       "session_id": "visit-2026-11-02",
                     *       "status": "open",
                     *       "started_at": "2026-11-02T09:30:00.000Z",
                     *       "last_frame_at": "2026-11-02T09:30:02.000Z",
                     *       "ended_at": null,
                     *       "expires_at": "2026-11-02T10:00:02.000Z",
                     *       "frames": 10,
                     *       "frames_with_face": 10,
                     *       "uses_client_time": false,
                     *       "links": {
                     *         "self": "http://127.0.0.1:3000/v1/sessions/visit-2026-11-02",
                     *         "report": "http://127.0.0.1:3000/v1/sessions/visit-2026-11-02/report"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example visit-2026-11-02 */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is kept of it any more. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example visit-2026-11-02 */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "context": "The first minute of a talk."
                 *     }
                 */
                "application/json": components["schemas"]["SessionEnd"];
            };
        };
        responses: {
            /** @description The report of the session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "session_report",
                     *       "session_id": "visit-2026-11-02",
                     *       "context": "The first minute of a talk.",
                     *       "started_at": "2026-11-02T09:30:00.000Z",
                     *       "ended_at": "2026-11-02T09:30:03.000Z",
                     *       "duration_s": 2,
                     *       "sampling": {
                     *         "fps": null,
                     *         "frame_interval": null,
                     *         "segments": 1,
                     *         "gaps": [],
                     *         "frames_decoded": 10,
                     *         "frames_analyzed": 10,
                     *         "frames_skipped": 0,
                     *         "frames_failed": 0
                     *       },
                     *       "total_frames_analyzed": 10,
                     *       "frames_with_face": 10,
                     *       "overall_dominant_emotion": "happy",
                     *       "average_emotion_scores": {
                     *         "angry": 0,
                     *         "disgust": 0,
                     *         "fear": 0,
                     *         "happy": 70,
                     *         "sad": 0,
                     *         "surprise": 0,
                     *         "neutral": 30
                     *       },
                     *       "mean_emotion_probabilities": {
                     *         "angry": 0.01,
                     *         "disgust": 0.01,
                     *         "fear": 0.01,
                     *         "happy": 0.6,
                     *         "sad": 0.02,
                     *         "surprise": 0.03,
                     *         "neutral": 0.32
                     *       },
                     *       "average_confidence_score": 0.72,
                     *       "uncertain_share": 0,
                     *       "eye_contact_score": 50,
                     *       "eye_contact": {
                     *         "score": 50,
                     *         "unknown_share": 0,
                     *         "longest_s": 1,
                     *         "episodes": [
                     *           {
                     *             "face_id": 1,
                     *             "start_s": 0,
                     *             "end_s": 1
                     *           }
                     *         ]
                     *       },
                     *       "faces": [
                     *         {
                     *           "face_id": 1,
                     *           "first_seen_s": 0,
                     *           "last_seen_s": 1.8,
                     *           "frames": 10,
                     *           "screen_share": 0.21,
                     *           "dominant_emotion": "happy",
                     *           "average_emotion_scores": {
                     *             "angry": 0,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 70,
                     *             "sad": 0,
                     *             "surprise": 0,
                     *             "neutral": 30
                     *           },
                     *           "mean_emotion_probabilities": {
                     *             "angry": 0.01,
                     *             "disgust": 0.01,
                     *             "fear": 0.01,
                     *             "happy": 0.6,
                     *             "sad": 0.02,
                     *             "surprise": 0.03,
                     *             "neutral": 0.32
                     *           },
                     *           "average_confidence_score": 0.72,
                     *           "uncertain_share": 0,
                     *           "eye_contact_score": 50,
                     *           "eye_contact_unknown_share": 0,
                     *           "blinks": null,
                     *           "mean_head_pose": {
                     *             "yaw": 4,
                     *             "pitch": -6.1,
                     *             "roll": 2.2
                     *           },
                     *           "quality": 0.83,
                     *           "thumbnail": null
                     *         }
                     *       ],
                     *       "episodes": [
                     *         {
                     *           "face_id": 1,
                     *           "emotion": "happy",
                     *           "start_s": 0,
                     *           "end_s": 1.4,
                     *           "mean_probability": 0.79
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "start_s": 0,
                     *           "end_s": 1,
                     *           "faces": 1,
                     *           "dominant_emotion": "happy",
                     *           "eye_contact_score": 100,
                     *           "mean_emotion_probabilities": {
                     *             "angry": 0.01,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 0.83,
                     *             "sad": 0.02,
                     *             "surprise": 0.02,
                     *             "neutral": 0.12
                     *           }
                     *         },
                     *         {
                     *           "start_s": 1,
                     *           "end_s": 2,
                     *           "faces": 1,
                     *           "dominant_emotion": "neutral",
                     *           "eye_contact_score": 0,
                     *           "mean_emotion_probabilities": {
                     *             "angry": 0.01,
                     *             "disgust": 0.02,
                     *             "fear": 0.02,
                     *             "happy": 0.37,
                     *             "sad": 0.02,
                     *             "surprise": 0.04,
                     *             "neutral": 0.52
                     *           }
                     *         }
                     *       ],
                     *       "models": [
                     *         {
                     *           "role": "emotion",
                     *           "name": "emotion-grey-64",
                     *           "version": "1.0.0",
                     *           "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
                     *         }
                     *       ],
                     *       "engine": {
                     *         "version": "0.1.0",
                     *         "execution_provider": "cpu"
                     *       },
                     *       "warnings": [],
                     *       "narrative": null
                     *     }
                     */
                    "application/json": components["schemas"]["SessionReport"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example visit-2026-11-02 */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report of the session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "session_report",
                     *       "session_id": "visit-2026-11-02",
                     *       "context": "The first minute of a talk.",
                     *       "started_at": "2026-11-02T09:30:00.000Z",
                     *       "ended_at": "2026-11-02T09:30:03.000Z",
                     *       "duration_s": 2,
                     *       "sampling": {
                     *         "fps": null,
                     *         "frame_interval": null,
                     *         "segments": 1,
                     *         "gaps": [],
                     *         "frames_decoded": 10,
                     *         "frames_analyzed": 10,
                     *         "frames_skipped": 0,
                     *         "frames_failed": 0
                     *       },
                     *       "total_frames_analyzed": 10,
                     *       "frames_with_face": 10,
                     *       "overall_dominant_emotion": "happy",
                     *       "average_emotion_scores": {
                     *         "angry": 0,
                     *         "disgust": 0,
                     *         "fear": 0,
                     *         "happy": 70,
                     *         "sad": 0,
                     *         "surprise": 0,
                     *         "neutral": 30
                     *       },
                     *       "mean_emotion_probabilities": {
                     *         "angry": 0.01,
                     *         "disgust": 0.01,
                     *         "fear": 0.01,
                     *         "happy": 0.6,
                     *         "sad": 0.02,
                     *         "surprise": 0.03,
                     *         "neutral": 0.32
                     *       },
                     *       "average_confidence_score": 0.72,
                     *       "uncertain_share": 0,
                     *       "eye_contact_score": 50,
                     *       "eye_contact": {
                     *         "score": 50,
                     *         "unknown_share": 0,
                     *         "longest_s": 1,
                     *         "episodes": [
                     *           {
                     *             "face_id": 1,
                     *             "start_s": 0,
                     *             "end_s": 1
                     *           }
                     *         ]
                     *       },
                     *       "faces": [
                     *         {
                     *           "face_id": 1,
                     *           "first_seen_s": 0,
                     *           "last_seen_s": 1.8,
                     *           "frames": 10,
                     *           "screen_share": 0.21,
                     *           "dominant_emotion": "happy",
                     *           "average_emotion_scores": {
                     *             "angry": 0,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 70,
                     *             "sad": 0,
                     *             "surprise": 0,
                     *             "neutral": 30
                     *           },
                     *           "mean_emotion_probabilities": {
                     *             "angry": 0.01,
                     *             "disgust": 0.01,
                     *             "fear": 0.01,
                     *             "happy": 0.6,
                     *             "sad": 0.02,
                     *             "surprise": 0.03,
                     *             "neutral": 0.32
                     *           },
                     *           "average_confidence_score": 0.72,
                     *           "uncertain_share": 0,
                     *           "eye_contact_score": 50,
                     *           "eye_contact_unknown_share": 0,
                     *           "blinks": null,
                     *           "mean_head_pose": {
                     *             "yaw": 4,
                     *             "pitch": -6.1,
                     *             "roll": 2.2
                     *           },
                     *           "quality": 0.83,
                     *           "thumbnail": null
                     *         }
                     *       ],
                     *       "episodes": [
                     *         {
                     *           "face_id": 1,
                     *           "emotion": "happy",
                     *           "start_s": 0,
                     *           "end_s": 1.4,
                     *           "mean_probability": 0.79
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "start_s": 0,
                     *           "end_s": 1,
                     *           "faces": 1,
                     *           "dominant_emotion": "happy",
                     *           "eye_contact_score": 100,
                     *           "mean_emotion_probabilities": {
                     *             "angry": 0.01,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 0.83,
                     *             "sad": 0.02,
                     *             "surprise": 0.02,
                     *             "neutral": 0.12
                     *           }
                     *         },
                     *         {
                     *           "start_s": 1,
                     *           "end_s": 2,
                     *           "faces": 1,
                     *           "dominant_emotion": "neutral",
                     *           "eye_contact_score": 0,
                     *           "mean_emotion_probabilities": {
                     *             "angry": 0.01,
                     *             "disgust": 0.02,
                     *             "fear": 0.02,
                     *             "happy": 0.37,
                     *             "sad": 0.02,
                     *             "surprise": 0.04,
                     *             "neutral": 0.52
                     *           }
                     *         }
                     *       ],
                     *       "models": [
                     *         {
                     *           "role": "emotion",
                     *           "name": "emotion-grey-64",
                     *           "version": "1.0.0",
                     *           "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
                     *         }
                     *       ],
                     *       "engine": {
                     *         "version": "0.1.0",
                     *         "execution_provider": "cpu"
                     *       },
                     *       "warnings": [],
                     *       "narrative": null
                     *     }
                     */
                    "application/json": components["schemas"]["SessionReport"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet
             *
             *     `not_ready`: The result is not there yet
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_tell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example visit-2026-11-02 */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "context": "The first minute of a talk.",
                 *       "language": "es"
                 *     }
                 */
                "application/json": components["schemas"]["NarrativeRequest"];
            };
        };
        responses: {
            /** @description The text, and the times that it names. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "narrative",
                     *       "language": "es",
                     *       "text": "Desde 0:00 la cara parece alegre y mira a la cámara; en 0:01 se serena y aparta la mirada.",
                     *       "cited_times_s": [
                     *         0,
                     *         1
                     *       ],
                     *       "model": "gemini-flash-latest"
                     *     }
                     */
                    "application/json": components["schemas"]["Narrative"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `conflict`: The state does not allow this
             *
             *     `not_ready`: The result is not there yet; `canceled`: The analysis was canceled; `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `narrative_failed`: The language model gave no usable answer
             *
             *     `narrative_failed`: The language model gave no usable answer
             */
            502: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `narrative_not_configured`: No language model is configured; `narrative_unavailable`: The language model does not answer; `database_unavailable`: The database does not answer
             *
             *     `narrative_not_configured`: No language model is configured; `narrative_unavailable`: The language model does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `timed_out`: The work took too long
             *
             *     `timed_out`: The work took too long
             */
            504: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prototypeframes_analyze: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
                 *       "session_id": "visit-17"
                 *     }
                 */
                "application/json": components["schemas"]["PrototypeSessionPicture"];
            };
        };
        responses: {
            /** @description The largest face, or that there is none. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "detected": true,
                     *       "dominant_emotion": "happy",
                     *       "region": {
                     *         "x": 212,
                     *         "y": 64,
                     *         "w": 180,
                     *         "h": 216
                     *       },
                     *       "emotions": {
                     *         "angry": 1,
                     *         "disgust": 0,
                     *         "fear": 0,
                     *         "happy": 83,
                     *         "sad": 2,
                     *         "surprise": 2,
                     *         "neutral": 12
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PrototypeAnalyze"];
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unauthorized`: A valid API key is needed
             *
             *     `unauthorized`: A valid API key is needed
             */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: The key does not allow this
             *
             *     `forbidden`: The key does not allow this
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The state does not allow this; `canceled`: The analysis was canceled */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The upload is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media`: The file is not a video or image; `too_many_pixels`: The picture is too large */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rate_limited`: Too many requests
             *
             *     `rate_limited`: Too many requests
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `live_overloaded`: Too many live frames or connections are in hand; `live_unavailable`: The live process does not answer; `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timed_out`: The work took too long */
            504: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prototypeframes_predictEmotion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
                 *     }
                 */
                "application/json": components["schemas"]["PrototypePicture"];
            };
        };
        responses: {
            /** @description The faces, the largest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "faces": [
                     *         {
                     *           "emotion": "Happy",
                     *           "confidence": 0.83,
                     *           "probabilities": {
                     *             "Angry": 0.01,
                     *             "Disgust": 0,
                     *             "Fear": 0,
                     *             "Happy": 0.83,
                     *             "Sad": 0.02,
                     *             "Surprise": 0.02,
                     *             "Neutral": 0.12
                     *           },
                     *           "region": {
                     *             "x": 212,
                     *             "y": 64,
                     *             "w": 180,
                     *             "h": 216
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PrototypeFaces"];
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unauthorized`: A valid API key is needed
             *
             *     `unauthorized`: A valid API key is needed
             */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: The key does not allow this
             *
             *     `forbidden`: The key does not allow this
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The state does not allow this; `canceled`: The analysis was canceled */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The upload is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media`: The file is not a video or image; `too_many_pixels`: The picture is too large */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rate_limited`: Too many requests
             *
             *     `rate_limited`: Too many requests
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `live_overloaded`: Too many live frames or connections are in hand; `live_unavailable`: The live process does not answer; `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timed_out`: The work took too long */
            504: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prototypeframes_predictEmotionStream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "frame": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
                 *       "session_id": "visit-18"
                 *     }
                 */
                "application/json": components["schemas"]["PrototypeStreamFrame"];
            };
        };
        responses: {
            /** @description The faces, the largest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "faces": [
                     *         {
                     *           "emotion": "Happy",
                     *           "confidence": 0.83,
                     *           "probabilities": {
                     *             "Angry": 0.01,
                     *             "Disgust": 0,
                     *             "Fear": 0,
                     *             "Happy": 0.83,
                     *             "Sad": 0.02,
                     *             "Surprise": 0.02,
                     *             "Neutral": 0.12
                     *           },
                     *           "region": {
                     *             "x": 212,
                     *             "y": 64,
                     *             "w": 180,
                     *             "h": 216
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PrototypeFaces"];
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unauthorized`: A valid API key is needed
             *
             *     `unauthorized`: A valid API key is needed
             */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: The key does not allow this
             *
             *     `forbidden`: The key does not allow this
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The state does not allow this; `canceled`: The analysis was canceled */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The upload is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media`: The file is not a video or image; `too_many_pixels`: The picture is too large */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rate_limited`: Too many requests
             *
             *     `rate_limited`: Too many requests
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `live_overloaded`: Too many live frames or connections are in hand; `live_unavailable`: The live process does not answer; `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timed_out`: The work took too long */
            504: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prototypeframes_predict: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
                 *     }
                 */
                "application/json": components["schemas"]["PrototypePicture"];
            };
        };
        responses: {
            /** @description The largest face, or that there is none. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "emotion": "HAPPY",
                     *       "confidence": 0.83,
                     *       "scores": {
                     *         "ANGRY": 0.01,
                     *         "DISGUST": 0,
                     *         "FEAR": 0,
                     *         "HAPPY": 0.83,
                     *         "SAD": 0.02,
                     *         "SURPRISE": 0.02,
                     *         "NEUTRAL": 0.12
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PrototypePredict"];
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unauthorized`: A valid API key is needed
             *
             *     `unauthorized`: A valid API key is needed
             */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: The key does not allow this
             *
             *     `forbidden`: The key does not allow this
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The state does not allow this; `canceled`: The analysis was canceled */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The upload is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media`: The file is not a video or image; `too_many_pixels`: The picture is too large */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rate_limited`: Too many requests
             *
             *     `rate_limited`: Too many requests
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `live_overloaded`: Too many live frames or connections are in hand; `live_unavailable`: The live process does not answer; `database_unavailable`: The database does not answer */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `timed_out`: The work took too long */
            504: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    processframe_process: {
        parameters: {
            query?: {
                /**
                 * @description Every N-th frame is analysed.
                 * @example 30
                 */
                frame_interval?: number;
                /** @description Factor from the source to the analysis resolution. Without it the longest side is at most 640 pixels. */
                scale_factor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The bytes of a video, under any type or none. */
        requestBody: {
            content: {
                "video/*": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The analysis has completed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "X-Analysis-Id": components["headers"]["X-Analysis-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "average_emotion_scores": {
                     *         "angry": 0,
                     *         "disgust": 0,
                     *         "fear": 0,
                     *         "happy": 70,
                     *         "sad": 0,
                     *         "surprise": 0,
                     *         "neutral": 30
                     *       },
                     *       "overall_dominant_emotion": "happy",
                     *       "total_frames_analyzed": 10,
                     *       "average_confidence_score": 0.72,
                     *       "eye_contact_score": 50
                     *     }
                     */
                    "application/json": components["schemas"]["PrototypeReport"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "X-Analysis-Id": components["headers"]["X-Analysis-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_ready`: The result is not there yet; `canceled`: The analysis was canceled
             *
             *     `not_ready`: The result is not there yet; `canceled`: The analysis was canceled
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "X-Analysis-Id": components["headers"]["X-Analysis-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payload_too_large`: The upload is too large
             *
             *     `payload_too_large`: The upload is too large
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "X-Analysis-Id": components["headers"]["X-Analysis-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large
             *
             *     `unsupported_media`: The file is not a video or image; `corrupt_video`: The video cannot be read; `no_video_stream`: The file holds no picture; `video_too_long`: The video is too long; `too_many_pixels`: The picture is too large
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "X-Analysis-Id": components["headers"]["X-Analysis-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `queue_full`: Too many analyses are waiting
             *
             *     `queue_full`: Too many analyses are waiting; `rate_limited`: Too many requests
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "X-Analysis-Id": components["headers"]["X-Analysis-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "X-Analysis-Id": components["headers"]["X-Analysis-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "X-Analysis-Id": components["headers"]["X-Analysis-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `timed_out`: The work took too long
             *
             *     `timed_out`: The work took too long
             */
            504: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "X-Analysis-Id": components["headers"]["X-Analysis-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyzesession_analyze: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "context": "El ensayo de una charla.",
                 *       "emotions": [
                 *         "Tristeza",
                 *         "Neutral",
                 *         "Alegría",
                 *         "Alegría"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PrototypeSession"];
            };
        };
        responses: {
            /** @description The text. It names no times, since none are known. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "analysis": "Al principio la cara parece triste; poco a poco se serena y termina con una expresión alegre."
                     *     }
                     */
                    "application/json": components["schemas"]["PrototypeAnalysis"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `canceled`: The analysis was canceled
             *
             *     `canceled`: The analysis was canceled
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `narrative_failed`: The language model gave no usable answer
             *
             *     `narrative_failed`: The language model gave no usable answer
             */
            502: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `narrative_not_configured`: No language model is configured; `narrative_unavailable`: The language model does not answer
             *
             *     `narrative_not_configured`: No language model is configured; `narrative_unavailable`: The language model does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `timed_out`: The work took too long
             *
             *     `timed_out`: The work took too long
             */
            504: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    livesocket_connect: {
        parameters: {
            query?: {
                /** @description The session that the picture belongs to: of your choice, and known to your API key alone. */
                session_id?: string;
                /**
                 * @description Whether the answer holds the 68 points of each face.
                 * @example false
                 */
                landmarks?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is a WebSocket from now on. */
            101: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `live_overloaded`: Too many live frames or connections are in hand
             *
             *     `live_overloaded`: Too many live frames or connections are in hand
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description After 101: the messages of the service, each as text. */
            default: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "frame": 17,
                     *       "dropped": 3,
                     *       "t_s": null,
                     *       "faces": [
                     *         {
                     *           "face_id": 1,
                     *           "region": {
                     *             "x": 212,
                     *             "y": 64,
                     *             "w": 180,
                     *             "h": 216
                     *           },
                     *           "score": 0.98,
                     *           "emotions": {
                     *             "angry": 0.01,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 0.83,
                     *             "sad": 0.02,
                     *             "surprise": 0.02,
                     *             "neutral": 0.12
                     *           },
                     *           "smoothed_emotions": {
                     *             "angry": 0.01,
                     *             "disgust": 0,
                     *             "fear": 0,
                     *             "happy": 0.83,
                     *             "sad": 0.02,
                     *             "surprise": 0.02,
                     *             "neutral": 0.12
                     *           },
                     *           "dominant_emotion": "happy",
                     *           "confidence": 0.83,
                     *           "uncertain": false,
                     *           "head_pose": {
                     *             "yaw": 3.1,
                     *             "pitch": -5.4,
                     *             "roll": 1.9
                     *           },
                     *           "gaze": {
                     *             "yaw": 2.2,
                     *             "pitch": -4
                     *           },
                     *           "eyes_open": true,
                     *           "eye_contact": true,
                     *           "eye_contact_unknown": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LiveMessage"];
                };
            };
        };
    };
    webhookendpoints_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoints of the project. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *           "object": "webhook_endpoint",
                     *           "url": "https://example.com/hooks/eyeline",
                     *           "events": [
                     *             "analysis.completed",
                     *             "analysis.failed"
                     *           ],
                     *           "description": "The studio",
                     *           "enabled": true,
                     *           "disabled_at": null,
                     *           "disabled_reason": null,
                     *           "previous_secret_expires_at": null,
                     *           "created_at": "2026-11-01T08:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookendpoints_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what it was answered with before, for 24 h, and `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.com/hooks/eyeline",
                 *       "events": [
                 *         "analysis.completed",
                 *         "analysis.failed"
                 *       ],
                 *       "description": "The studio"
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhookEndpoint"];
            };
        };
        responses: {
            /** @description The endpoint. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *       "object": "webhook_endpoint",
                     *       "url": "https://example.com/hooks/eyeline",
                     *       "events": [
                     *         "analysis.completed",
                     *         "analysis.failed"
                     *       ],
                     *       "description": "The studio",
                     *       "enabled": true,
                     *       "disabled_at": null,
                     *       "disabled_reason": null,
                     *       "previous_secret_expires_at": null,
                     *       "created_at": "2026-11-01T08:00:00.000Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payload_too_large`: The upload is too large
             *
             *     `payload_too_large`: The upload is too large
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_forbidden`: The webhook address is not allowed; `idempotency_mismatch`: The idempotency key belongs to another request
             *
             *     `webhook_forbidden`: The webhook address is not allowed; `idempotency_mismatch`: The idempotency key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookendpoints_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example we_5f0c2d9a4b7e1c3f8a6d */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *       "object": "webhook_endpoint",
                     *       "url": "https://example.com/hooks/eyeline",
                     *       "events": [
                     *         "analysis.completed",
                     *         "analysis.failed"
                     *       ],
                     *       "description": "The studio",
                     *       "enabled": true,
                     *       "disabled_at": null,
                     *       "disabled_reason": null,
                     *       "previous_secret_expires_at": null,
                     *       "created_at": "2026-11-01T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookendpoints_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example we_5f0c2d9a4b7e1c3f8a6d */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookendpoints_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example we_5f0c2d9a4b7e1c3f8a6d */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         "analysis.completed"
                 *       ],
                 *       "enabled": true
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEndpointChanges"];
            };
        };
        responses: {
            /** @description The endpoint as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *       "object": "webhook_endpoint",
                     *       "url": "https://example.com/hooks/eyeline",
                     *       "events": [
                     *         "analysis.completed",
                     *         "analysis.failed"
                     *       ],
                     *       "description": "The studio",
                     *       "enabled": true,
                     *       "disabled_at": null,
                     *       "disabled_reason": null,
                     *       "previous_secret_expires_at": null,
                     *       "created_at": "2026-11-01T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payload_too_large`: The upload is too large
             *
             *     `payload_too_large`: The upload is too large
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_forbidden`: The webhook address is not allowed
             *
             *     `webhook_forbidden`: The webhook address is not allowed
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookendpoints_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example we_5f0c2d9a4b7e1c3f8a6d */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint, disabled by this call or earlier. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *       "object": "webhook_endpoint",
                     *       "url": "https://example.com/hooks/eyeline",
                     *       "events": [
                     *         "analysis.completed",
                     *         "analysis.failed"
                     *       ],
                     *       "description": "The studio",
                     *       "enabled": true,
                     *       "disabled_at": null,
                     *       "disabled_reason": null,
                     *       "previous_secret_expires_at": null,
                     *       "created_at": "2026-11-01T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookendpoints_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example we_5f0c2d9a4b7e1c3f8a6d */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint, enabled. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *       "object": "webhook_endpoint",
                     *       "url": "https://example.com/hooks/eyeline",
                     *       "events": [
                     *         "analysis.completed",
                     *         "analysis.failed"
                     *       ],
                     *       "description": "The studio",
                     *       "enabled": true,
                     *       "disabled_at": null,
                     *       "disabled_reason": null,
                     *       "previous_secret_expires_at": null,
                     *       "created_at": "2026-11-01T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookendpoints_rotateSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example we_5f0c2d9a4b7e1c3f8a6d */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint with its new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *       "object": "webhook_endpoint",
                     *       "url": "https://example.com/hooks/eyeline",
                     *       "events": [
                     *         "analysis.completed",
                     *         "analysis.failed"
                     *       ],
                     *       "description": "The studio",
                     *       "enabled": true,
                     *       "disabled_at": null,
                     *       "disabled_reason": null,
                     *       "previous_secret_expires_at": null,
                     *       "created_at": "2026-11-01T08:00:00.000Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookendpoints_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what it was answered with before, for 24 h, and `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example we_5f0c2d9a4b7e1c3f8a6d */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "msg_5f0c2d9a4b7e1c3f8a6d9b2e",
                     *       "object": "webhook_delivery",
                     *       "event": "analysis.completed",
                     *       "endpoint_id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *       "analysis_id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "url": "https://example.com/hooks/eyeline",
                     *       "status": "pending",
                     *       "next_attempt_at": "2026-11-02T09:30:12.000Z",
                     *       "created_at": "2026-11-02T09:30:06.000Z",
                     *       "request_bytes": 1312,
                     *       "attempts": [
                     *         {
                     *           "number": 1,
                     *           "at": "2026-11-02T09:30:06.000Z",
                     *           "url": "https://example.com/hooks/eyeline",
                     *           "duration_ms": 84,
                     *           "answer_code": 503,
                     *           "error": "The receiver answered 503."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: The idempotency key belongs to another request
             *
             *     `idempotency_mismatch`: The idempotency key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookendpoints_deliveries: {
        parameters: {
            query?: {
                /** @example pending */
                status?: "pending" | "succeeded" | "failed";
                /**
                 * @description How many on one page.
                 * @example 20
                 */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example we_5f0c2d9a4b7e1c3f8a6d */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "msg_5f0c2d9a4b7e1c3f8a6d9b2e",
                     *           "object": "webhook_delivery",
                     *           "event": "analysis.completed",
                     *           "endpoint_id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *           "analysis_id": "an_01ke3p8z5q7m2vxr0w9c",
                     *           "url": "https://example.com/hooks/eyeline",
                     *           "status": "pending",
                     *           "next_attempt_at": "2026-11-02T09:30:12.000Z",
                     *           "created_at": "2026-11-02T09:30:06.000Z",
                     *           "request_bytes": 1312,
                     *           "attempts": [
                     *             {
                     *               "number": 1,
                     *               "at": "2026-11-02T09:30:06.000Z",
                     *               "url": "https://example.com/hooks/eyeline",
                     *               "duration_ms": 84,
                     *               "answer_code": 503,
                     *               "error": "The receiver answered 503."
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookdeliveries_list: {
        parameters: {
            query?: {
                /** @example pending */
                status?: "pending" | "succeeded" | "failed";
                /**
                 * @description How many on one page.
                 * @example 20
                 */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Those about one analysis. */
                analysis_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "msg_5f0c2d9a4b7e1c3f8a6d9b2e",
                     *           "object": "webhook_delivery",
                     *           "event": "analysis.completed",
                     *           "endpoint_id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *           "analysis_id": "an_01ke3p8z5q7m2vxr0w9c",
                     *           "url": "https://example.com/hooks/eyeline",
                     *           "status": "pending",
                     *           "next_attempt_at": "2026-11-02T09:30:12.000Z",
                     *           "created_at": "2026-11-02T09:30:06.000Z",
                     *           "request_bytes": 1312,
                     *           "attempts": [
                     *             {
                     *               "number": 1,
                     *               "at": "2026-11-02T09:30:06.000Z",
                     *               "url": "https://example.com/hooks/eyeline",
                     *               "duration_ms": 84,
                     *               "answer_code": 503,
                     *               "error": "The receiver answered 503."
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookdeliveries_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example msg_5f0c2d9a4b7e1c3f8a6d9b2e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "msg_5f0c2d9a4b7e1c3f8a6d9b2e",
                     *       "object": "webhook_delivery",
                     *       "event": "analysis.completed",
                     *       "endpoint_id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *       "analysis_id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "url": "https://example.com/hooks/eyeline",
                     *       "status": "pending",
                     *       "next_attempt_at": "2026-11-02T09:30:12.000Z",
                     *       "created_at": "2026-11-02T09:30:06.000Z",
                     *       "request_bytes": 1312,
                     *       "attempts": [
                     *         {
                     *           "number": 1,
                     *           "at": "2026-11-02T09:30:06.000Z",
                     *           "url": "https://example.com/hooks/eyeline",
                     *           "duration_ms": 84,
                     *           "answer_code": 503,
                     *           "error": "The receiver answered 503."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookdeliveries_redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what it was answered with before, for 24 h, and `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example msg_5f0c2d9a4b7e1c3f8a6d9b2e */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "msg_5f0c2d9a4b7e1c3f8a6d9b2e",
                     *       "object": "webhook_delivery",
                     *       "event": "analysis.completed",
                     *       "endpoint_id": "we_5f0c2d9a4b7e1c3f8a6d",
                     *       "analysis_id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "url": "https://example.com/hooks/eyeline",
                     *       "status": "pending",
                     *       "next_attempt_at": "2026-11-02T09:30:12.000Z",
                     *       "created_at": "2026-11-02T09:30:06.000Z",
                     *       "request_bytes": 1312,
                     *       "attempts": [
                     *         {
                     *           "number": 1,
                     *           "at": "2026-11-02T09:30:06.000Z",
                     *           "url": "https://example.com/hooks/eyeline",
                     *           "duration_ms": 84,
                     *           "answer_code": 503,
                     *           "error": "The receiver answered 503."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: The idempotency key belongs to another request
             *
             *     `idempotency_mismatch`: The idempotency key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhooksecret_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret, the same one until it is rotated. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "webhook_secret",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                     *       "previous_secret_expires_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhooksecret_rotate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "webhook_secret",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                     *       "previous_secret_expires_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    directuploads_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what it was answered with before, for 24 h, and `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "size_bytes": 1632292
                 *     }
                 */
                "application/json": components["schemas"]["NewDirectUpload"];
            };
        };
        responses: {
            /** @description The addresses of its parts, which are valid for as long as the upload waits. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "up_01ke3p8z5q7m2vxr0w9c",
                     *       "object": "upload",
                     *       "size_bytes": 1632292,
                     *       "created_at": "2026-11-02T09:20:00.000Z",
                     *       "expires_at": "2026-11-03T09:20:00.000Z",
                     *       "part_size_bytes": 67108864,
                     *       "parts": [
                     *         {
                     *           "number": 1,
                     *           "url": "https://bucket.s3.example.com/videos/...&X-Amz-Signature=..."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DirectUpload"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_supported`: This installation does not support this; `conflict`: The state does not allow this
             *
             *     `not_supported`: This installation does not support this; `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payload_too_large`: The upload is too large
             *
             *     `payload_too_large`: The upload is too large
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: The idempotency key belongs to another request
             *
             *     `idempotency_mismatch`: The idempotency key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    directuploads_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what it was answered with before, for 24 h, and `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example up_01ke3p8z5q7m2vxr0w9c */
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parts": [
                 *         {
                 *           "number": 1,
                 *           "etag": "\"9bb58f26192e4ba00f01e2e7b136bbd8\""
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CompletedParts"];
            };
        };
        responses: {
            /** @description All of it is there. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "up_01ke3p8z5q7m2vxr0w9c",
                     *       "object": "upload",
                     *       "size_bytes": 1632292,
                     *       "created_at": "2026-11-02T09:20:00.000Z",
                     *       "expires_at": "2026-11-03T09:20:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this; `not_supported`: This installation does not support this
             *
             *     `conflict`: The state does not allow this; `not_supported`: This installation does not support this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payload_too_large`: The upload is too large
             *
             *     `payload_too_large`: The upload is too large
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: The idempotency key belongs to another request
             *
             *     `idempotency_mismatch`: The idempotency key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploads_create: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names, each with a value in base64, separated by commas.
                 * @example filename dGFsay5tcDQ=
                 */
                "Upload-Metadata"?: string;
                /**
                 * @description How many bytes the video has.
                 * @example 1632292
                 */
                "Upload-Length": number;
                /** @example 1.0.0 */
                "Tus-Resumable": "1.0.0";
                /** @description A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what it was answered with before, for 24 h, and `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "Upload-Expires": components["headers"]["Upload-Expires"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "up_01ke3p8z5q7m2vxr0w9c",
                     *       "object": "upload",
                     *       "size_bytes": 1632292,
                     *       "created_at": "2026-11-02T09:20:00.000Z",
                     *       "expires_at": "2026-11-03T09:20:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_tus_version`: The request does not speak tus 1.0.0
             *
             *     `unsupported_tus_version`: The request does not speak tus 1.0.0
             */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payload_too_large`: The upload is too large
             *
             *     `payload_too_large`: The upload is too large
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: The idempotency key belongs to another request
             *
             *     `idempotency_mismatch`: The idempotency key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploads_describe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the headers. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Tus-Extension": components["headers"]["Tus-Extension"];
                    "Tus-Max-Size": components["headers"]["Tus-Max-Size"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploads_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example up_01ke3p8z5q7m2vxr0w9c */
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploads_look: {
        parameters: {
            query?: never;
            header: {
                /** @example 1.0.0 */
                "Tus-Resumable": "1.0.0";
            };
            path: {
                /** @example up_01ke3p8z5q7m2vxr0w9c */
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the headers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Upload-Offset": components["headers"]["Upload-Offset"];
                    "Upload-Length": components["headers"]["Upload-Length"];
                    "Upload-Metadata": components["headers"]["Upload-Metadata"];
                    "Upload-Expires": components["headers"]["Upload-Expires"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `unsupported_tus_version`: The request does not speak tus 1.0.0
             *
             *     `unsupported_tus_version`: The request does not speak tus 1.0.0
             */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    uploads_append: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Where the bytes go: as many as are there.
                 * @example 0
                 */
                "Upload-Offset": number;
                /** @example 1.0.0 */
                "Tus-Resumable": "1.0.0";
            };
            path: {
                /** @example up_01ke3p8z5q7m2vxr0w9c */
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description They are stored. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Upload-Offset": components["headers"]["Upload-Offset"];
                    "Upload-Expires": components["headers"]["Upload-Expires"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_tus_version`: The request does not speak tus 1.0.0
             *
             *     `unsupported_tus_version`: The request does not speak tus 1.0.0
             */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payload_too_large`: The upload is too large
             *
             *     `payload_too_large`: The upload is too large
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             *
             *     `storage_unavailable`: The object storage does not answer; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Tus-Resumable": components["headers"]["Tus-Resumable"];
                    "Tus-Version": components["headers"]["Tus-Version"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queues_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All queues, in the order in which an analysis passes them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "analyse-segment",
                     *           "waiting": 12,
                     *           "active": 4,
                     *           "delayed": 0,
                     *           "failed": 1,
                     *           "paused": 0,
                     *           "oldest_waiting_s": 7.25,
                     *           "completed_per_minute": [
                     *             2,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             2,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             2,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             2,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             2,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             2,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             2,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             2,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             2,
                     *             0,
                     *             0,
                     *             0
                     *           ],
                     *           "failed_per_minute": [
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0,
                     *             0
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["QueueLoadList"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `queue_unavailable`: The queue does not take work at present
             *
             *     `queue_unavailable`: The queue does not take work at present
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workers_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, longest alive first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "object": "worker",
                     *           "id": "wk_5f0c2d9a4b7e1c3f8a6d",
                     *           "host": "worker-1",
                     *           "pid": 17,
                     *           "version": "0.1.0",
                     *           "execution_provider": "cpu",
                     *           "lanes": 4,
                     *           "models": [
                     *             "face-detector",
                     *             "emotion-s4-int8"
                     *           ],
                     *           "started_at": "2026-11-02T08:00:00.000Z",
                     *           "last_seen_at": "2026-11-02T09:20:04.000Z",
                     *           "current_jobs": [
                     *             {
                     *               "queue": "analyse-segment",
                     *               "analysis_id": "an_01ke3p8z5q7m2vxr0w9c",
                     *               "started_at": "2026-11-02T09:20:01.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WorkerList"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_unavailable`: The database does not answer
             *
             *     `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    failedjobs_list: {
        parameters: {
            query?: {
                /**
                 * @description Those that were given up.
                 * @example failed
                 */
                state?: "failed";
                /**
                 * @description How many on one page.
                 * @example 20
                 */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of jobs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "object": "failed_job",
                     *           "queue": "analyse-segment",
                     *           "id": "an_01ke3p8z5q7m2vxr0w9c.1.analyse-segment.0",
                     *           "name": "analyse-segment",
                     *           "analysis_id": "an_01ke3p8z5q7m2vxr0w9c",
                     *           "delivery_id": null,
                     *           "attempts": 3,
                     *           "reason": {
                     *             "code": "timed_out",
                     *             "message": "A part of the work (analyse-segment) took longer than 5400 s."
                     *           },
                     *           "failed_at": "2026-11-02T09:21:30.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["FailedJobList"];
                };
            };
            /**
             * @description `invalid_request`: The request is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `queue_unavailable`: The queue does not take work at present; `database_unavailable`: The database does not answer
             *
             *     `queue_unavailable`: The queue does not take work at present; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    failedjobs_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example analyse-segment */
                queue: string;
                /** @example an_01ke3p8z5q7m2vxr0w9c.1.analyse-segment.0 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it was. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "failed_job",
                     *       "queue": "analyse-segment",
                     *       "id": "an_01ke3p8z5q7m2vxr0w9c.1.analyse-segment.0",
                     *       "name": "analyse-segment",
                     *       "analysis_id": "an_01ke3p8z5q7m2vxr0w9c",
                     *       "delivery_id": null,
                     *       "attempts": 3,
                     *       "reason": {
                     *         "code": "timed_out",
                     *         "message": "A part of the work (analyse-segment) took longer than 5400 s."
                     *       },
                     *       "failed_at": "2026-11-02T09:21:30.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["FailedJob"];
                };
            };
            /** @description `unauthorized`: A valid API key is needed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_found`: There is no such thing
             *
             *     `not_found`: There is no such thing
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The state does not allow this
             *
             *     `conflict`: The state does not allow this
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `queue_full`: Too many analyses are waiting
             *
             *     `queue_full`: Too many analyses are waiting; `rate_limited`: Too many requests
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `queue_unavailable`: The queue does not take work at present; `database_unavailable`: The database does not answer
             *
             *     `queue_unavailable`: The queue does not take work at present; `database_unavailable`: The database does not answer
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    root_greet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of: application/json, text/html. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "eyeline",
                     *       "status": "ok",
                     *       "docs": "http://127.0.0.1:3000/docs",
                     *       "openapi": "http://127.0.0.1:3000/openapi.json"
                     *     }
                     */
                    "application/json": components["schemas"]["Greeting"];
                    "text/html": string;
                };
            };
            /** @description `forbidden`: The key does not allow this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhook_analysis_completed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The same for every attempt to send this message.
                 * @example msg_5f0c2d9a4b7e1c3f8a6d9b2e
                 */
                "webhook-id": string;
                /**
                 * @description Seconds since 1970 of this attempt.
                 * @example 1793611806
                 */
                "webhook-timestamp": string;
                /**
                 * @description By Standard Webhooks: `v1,...`, one for each valid secret, separated by spaces.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "analysis.completed",
                 *       "timestamp": "2026-11-02T09:30:06.000Z",
                 *       "data": {
                 *         "id": "an_01ke3p8z5q7m2vxr0w9c",
                 *         "object": "analysis",
                 *         "status": "completed",
                 *         "progress": 1,
                 *         "stage": "completed",
                 *         "created_at": "2026-11-02T09:30:00.000Z",
                 *         "started_at": "2026-11-02T09:30:01.000Z",
                 *         "completed_at": "2026-11-02T09:30:06.000Z",
                 *         "expires_at": "2026-12-02T09:30:06.000Z",
                 *         "tag": "talk",
                 *         "metadata": {
                 *           "room": "A"
                 *         },
                 *         "options": {
                 *           "sampling_fps": 5,
                 *           "max_side": 640,
                 *           "min_face_size": 0,
                 *           "max_faces": 20,
                 *           "smoothing": {
                 *             "alpha": 0.2
                 *           },
                 *           "eye_contact_deg": 12,
                 *           "emotion_model": null,
                 *           "compare": false,
                 *           "compare_model": null,
                 *           "landmarks": false,
                 *           "thumbnails": false,
                 *           "annotated_video": false,
                 *           "start_s": 0,
                 *           "end_s": null,
                 *           "retain_video_hours": 24,
                 *           "frame_interval": null,
                 *           "scale": null
                 *         },
                 *         "video": {
                 *           "duration_s": 20.2,
                 *           "width": 640,
                 *           "height": 360,
                 *           "fps": 25,
                 *           "codec": "h264",
                 *           "rotation": 0,
                 *           "variable_frame_rate": false,
                 *           "size_bytes": 1632292,
                 *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 *         },
                 *         "error": null,
                 *         "links": {
                 *           "self": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c",
                 *           "report": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/report",
                 *           "frames": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/frames",
                 *           "events": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/events",
                 *           "dashboard": "http://127.0.0.1:3000/analyses/an_01ke3p8z5q7m2vxr0w9c"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WebhookMessage"];
            };
        };
        responses: {
            /** @description Taken. Everything else is a failure and is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_analysis_failed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The same for every attempt to send this message.
                 * @example msg_5f0c2d9a4b7e1c3f8a6d9b2e
                 */
                "webhook-id": string;
                /**
                 * @description Seconds since 1970 of this attempt.
                 * @example 1793611806
                 */
                "webhook-timestamp": string;
                /**
                 * @description By Standard Webhooks: `v1,...`, one for each valid secret, separated by spaces.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "analysis.failed",
                 *       "timestamp": "2026-11-02T09:30:06.000Z",
                 *       "data": {
                 *         "id": "an_01ke3p8z5q7m2vxr0w9c",
                 *         "object": "analysis",
                 *         "status": "completed",
                 *         "progress": 1,
                 *         "stage": "completed",
                 *         "created_at": "2026-11-02T09:30:00.000Z",
                 *         "started_at": "2026-11-02T09:30:01.000Z",
                 *         "completed_at": "2026-11-02T09:30:06.000Z",
                 *         "expires_at": "2026-12-02T09:30:06.000Z",
                 *         "tag": "talk",
                 *         "metadata": {
                 *           "room": "A"
                 *         },
                 *         "options": {
                 *           "sampling_fps": 5,
                 *           "max_side": 640,
                 *           "min_face_size": 0,
                 *           "max_faces": 20,
                 *           "smoothing": {
                 *             "alpha": 0.2
                 *           },
                 *           "eye_contact_deg": 12,
                 *           "emotion_model": null,
                 *           "compare": false,
                 *           "compare_model": null,
                 *           "landmarks": false,
                 *           "thumbnails": false,
                 *           "annotated_video": false,
                 *           "start_s": 0,
                 *           "end_s": null,
                 *           "retain_video_hours": 24,
                 *           "frame_interval": null,
                 *           "scale": null
                 *         },
                 *         "video": {
                 *           "duration_s": 20.2,
                 *           "width": 640,
                 *           "height": 360,
                 *           "fps": 25,
                 *           "codec": "h264",
                 *           "rotation": 0,
                 *           "variable_frame_rate": false,
                 *           "size_bytes": 1632292,
                 *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 *         },
                 *         "error": null,
                 *         "links": {
                 *           "self": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c",
                 *           "report": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/report",
                 *           "frames": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/frames",
                 *           "events": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/events",
                 *           "dashboard": "http://127.0.0.1:3000/analyses/an_01ke3p8z5q7m2vxr0w9c"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WebhookMessage"];
            };
        };
        responses: {
            /** @description Taken. Everything else is a failure and is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_analysis_canceled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The same for every attempt to send this message.
                 * @example msg_5f0c2d9a4b7e1c3f8a6d9b2e
                 */
                "webhook-id": string;
                /**
                 * @description Seconds since 1970 of this attempt.
                 * @example 1793611806
                 */
                "webhook-timestamp": string;
                /**
                 * @description By Standard Webhooks: `v1,...`, one for each valid secret, separated by spaces.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "analysis.canceled",
                 *       "timestamp": "2026-11-02T09:30:06.000Z",
                 *       "data": {
                 *         "id": "an_01ke3p8z5q7m2vxr0w9c",
                 *         "object": "analysis",
                 *         "status": "completed",
                 *         "progress": 1,
                 *         "stage": "completed",
                 *         "created_at": "2026-11-02T09:30:00.000Z",
                 *         "started_at": "2026-11-02T09:30:01.000Z",
                 *         "completed_at": "2026-11-02T09:30:06.000Z",
                 *         "expires_at": "2026-12-02T09:30:06.000Z",
                 *         "tag": "talk",
                 *         "metadata": {
                 *           "room": "A"
                 *         },
                 *         "options": {
                 *           "sampling_fps": 5,
                 *           "max_side": 640,
                 *           "min_face_size": 0,
                 *           "max_faces": 20,
                 *           "smoothing": {
                 *             "alpha": 0.2
                 *           },
                 *           "eye_contact_deg": 12,
                 *           "emotion_model": null,
                 *           "compare": false,
                 *           "compare_model": null,
                 *           "landmarks": false,
                 *           "thumbnails": false,
                 *           "annotated_video": false,
                 *           "start_s": 0,
                 *           "end_s": null,
                 *           "retain_video_hours": 24,
                 *           "frame_interval": null,
                 *           "scale": null
                 *         },
                 *         "video": {
                 *           "duration_s": 20.2,
                 *           "width": 640,
                 *           "height": 360,
                 *           "fps": 25,
                 *           "codec": "h264",
                 *           "rotation": 0,
                 *           "variable_frame_rate": false,
                 *           "size_bytes": 1632292,
                 *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 *         },
                 *         "error": null,
                 *         "links": {
                 *           "self": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c",
                 *           "report": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/report",
                 *           "frames": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/frames",
                 *           "events": "http://127.0.0.1:3000/v1/analyses/an_01ke3p8z5q7m2vxr0w9c/events",
                 *           "dashboard": "http://127.0.0.1:3000/analyses/an_01ke3p8z5q7m2vxr0w9c"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WebhookMessage"];
            };
        };
        responses: {
            /** @description Taken. Everything else is a failure and is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
