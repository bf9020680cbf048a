"""What a text's look says against it, in any format that states it (in Chinese, as doubts)."""

STRUCK = "文字上有删除线，可能已经划去，请对照原件核对"
RAISED = "格内有上标或下标的数字，可能是注的编号，请对照原件核对"
PALE = "格内有白色的文字，可能看不见，请对照原件核对"
