import { m } from '../../paraglide/messages.js';

export const qrReaderWords = () => ({
  file: m.links_qr_file(),
  fileHint: m.links_qr_file_hint(),
  choose: m.links_qr_file_choose(),
  camera: m.links_qr_camera(),
  stop: m.links_qr_camera_stop(),
  view: m.links_qr_camera_view(),
  looking: m.links_qr_looking(),
  noCode: m.links_qr_none(),
  noPicture: m.links_qr_no_picture(),
  noCamera: m.links_qr_no_camera(),
});
